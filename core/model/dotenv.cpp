#include "core/model/dotenv.h"

#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

class Reader {
public:
    explicit Reader(QString text) : m_text(std::move(text)) { }

    DotenvContent read() {
        while (m_position < m_text.size()) {
            ++m_line;
            readLine();
        }
        return std::move(m_content);
    }

private:
    [[nodiscard]] QString restOfLine() const {
        const qsizetype end = m_text.indexOf(u'\n', m_position);
        return m_text.mid(m_position, end < 0 ? -1 : end - m_position);
    }

    void skipLine() {
        const qsizetype end = m_text.indexOf(u'\n', m_position);
        m_position = end < 0 ? m_text.size() : end + 1;
    }

    void readLine() {
        static const QRegularExpression assignment(u"^\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)[ \\t]*=[ \\t]*"_s);
        const QString line = restOfLine();
        if (line.trimmed().isEmpty() || line.trimmed().startsWith(u'#')) {
            skipLine();
            return;
        }
        const QRegularExpressionMatch match = assignment.match(line);
        if (!match.hasMatch()) {
            m_content.problems.append({m_line, line.trimmed(), DotenvProblem::Kind::NoAssignment});
            skipLine();
            return;
        }
        m_position += match.capturedLength();
        const int begun = m_line;
        const bool isQuoted = !restOfLine().isEmpty() && u"\"'`"_s.contains(restOfLine().front());
        const std::optional<QString> value = readValue();
        if (!value) {
            m_content.problems.append({begun, line.trimmed(), DotenvProblem::Kind::OpenQuote});
        } else if (const QString rest = restOfLine().trimmed(); isQuoted && !rest.isEmpty() && !rest.startsWith(u'#')) {
            m_content.problems.append({begun, line.trimmed(), DotenvProblem::Kind::TextAfterQuote});
        } else {
            keep(begun, {match.captured(1), *value, false});
        }
        skipLine();
    }

    std::optional<QString> readValue() {
        const QChar quote = m_position < m_text.size() ? m_text.at(m_position) : QChar();
        if (quote == u'"' || quote == u'\'' || quote == u'`') {
            return readQuoted(quote);
        }
        static const QRegularExpression comment(u"(^|\\s)#.*$"_s);
        return restOfLine().remove(comment).trimmed();
    }

    std::optional<QString> readQuoted(QChar quote) {
        QString value;
        for (qsizetype i = m_position + 1; i < m_text.size(); ++i) {
            const QChar character = m_text.at(i);
            if (character == quote) {
                m_line += static_cast<int>(m_text.mid(m_position, i - m_position).count(u'\n'));
                m_position = i + 1;
                return value;
            }
            if (quote == u'"' && character == u'\\' && i + 1 < m_text.size()) {
                value += unescaped(m_text.at(++i));
            } else {
                value += character;
            }
        }
        return std::nullopt;
    }

    static QString unescaped(QChar character) {
        switch (character.unicode()) {
        case u'n':
            return u"\n"_s;
        case u'r':
            return u"\r"_s;
        case u't':
            return u"\t"_s;
        case u'"':
        case u'$':
        case u'\\':
            return QString(character);
        default:
            return u'\\' + QString(character);
        }
    }

    void keep(int line, const EnvironmentVariable& variable) {
        for (qsizetype i = 0; i < m_content.variables.size(); ++i) {
            if (m_content.variables.at(i).name == variable.name) {
                m_content.repetitions.append({line, variable.name});
                m_content.variables.removeAt(i);
                m_content.lines.removeAt(i);
                break;
            }
        }
        m_content.variables.append(variable);
        m_content.lines.append(line);
    }

    QString m_text;
    qsizetype m_position = 0;
    int m_line = 0;
    DotenvContent m_content;
};

QString quoted(const QString& value) {
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_./:@%+,=-]+\\z"_s);
    if (plain.match(value).hasMatch()) {
        return value;
    }
    if (!value.contains(u'\'') && !value.contains(u'\n') && !value.contains(u'\r')) {
        return u'\'' + value + u'\'';
    }
    QString escaped = value;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'$', u"\\$"_s);
    escaped.replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s);
    return u'"' + escaped + u'"';
}

} // namespace

QByteArray writeDotenv(const QList<EnvironmentVariable>& variables) {
    QString text;
    for (const EnvironmentVariable& variable : variables) {
        text += variable.name + u'=' + quoted(variable.value) + u'\n';
    }
    return text.toUtf8();
}

DotenvContent parseDotenv(const QByteArray& text) {
    QString decoded = QString::fromUtf8(text);
    if (decoded.startsWith(QChar::ByteOrderMark)) {
        decoded.remove(0, 1);
    }
    decoded.replace(u"\r\n"_s, u"\n"_s);
    return Reader(decoded).read();
}

} // namespace miaobu
