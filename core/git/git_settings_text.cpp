#include "core/git/git_settings_text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

// Quotes keep spaces, # and ;; a backslash names the next character.
QString readValue(const QString& text) {
    QString value;
    qsizetype kept = 0; // Unquoted spaces at the end are no part of it.
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'"') {
            isQuoted = !isQuoted;
            kept = value.size();
        } else if (c == u'\\' && i + 1 < text.size()) {
            const QChar next = text.at(++i);
            value += next == u'n' ? QChar(u'\n') : next == u't' ? QChar(u'\t') : next;
            kept = value.size();
        } else if (!isQuoted && (c == u'#' || c == u';')) {
            break;
        } else {
            value += c;
            if (isQuoted || !c.isSpace()) {
                kept = value.size();
            }
        }
    }
    return value.left(kept);
}

} // namespace

QList<GitSetting> readGitSettings(const QByteArray& text) {
    static const QRegularExpression header(u"\\A\\[\\s*([A-Za-z0-9.-]+)\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\")?\\s*\\]"_s);
    static const QRegularExpression assignment(u"\\A([A-Za-z][A-Za-z0-9-]*)\\s*=\\s*(.*)\\z"_s);
    static const QRegularExpression escape(u"\\\\(.)"_s);
    QList<GitSetting> result;
    GitSetting current;
    const QStringList lines = QString::fromUtf8(text).split(u'\n');
    for (const QString& raw : lines) {
        QString line = raw.trimmed();
        if (const auto match = header.match(line); match.hasMatch()) {
            current.section = match.captured(1).toLower();
            current.subsection = match.captured(2).replace(escape, u"\\1"_s);
            line = line.mid(match.capturedEnd()).trimmed();
        }
        if (const auto match = assignment.match(line); match.hasMatch()) {
            result.append(
                {current.section, current.subsection, match.captured(1).toLower(), readValue(match.captured(2))});
        }
    }
    return result;
}

} // namespace miaobu
