#include "core/detect/shell_words.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

class Splitter {
public:
    QList<QStringList> split(const QString& line) {
        for (qsizetype i = 0; i < line.size(); ++i) {
            const QChar c = line.at(i);
            if (m_quote.isNull() && (c == u'"' || c == u'\'')) {
                m_quote = c;
                m_isWord = true;
            } else if (c == m_quote) {
                m_quote = QChar();
            } else if (c == u'\\' && m_quote != u'\'' && i + 1 < line.size() && isEscapable(line.at(i + 1))) {
                append(line.at(++i));
            } else if (c == u'$' && m_quote != u'\'' && i + 1 < line.size() && line.at(i + 1) == u'(') {
                i = takeSubstitution(line, i);
            } else if (!m_quote.isNull()) {
                append(c);
            } else {
                takePlain(c);
            }
        }
        endCommand();
        return m_commands;
    }

private:
    static bool isEscapable(QChar c) { return c == u'"' || c == u'\'' || c == u'\\' || c == u' ' || c == u'$'; }

    void takePlain(QChar c) {
        if (c == u'&' || c == u'|' || c == u';' || c == u'\n' || c == u'(' || c == u')') {
            // In "2>&1" no command begins that matters, but neither does splitting there hurt.
            endCommand();
        } else if (c.isSpace()) {
            endWord();
        } else if (c == u'>') {
            endWord();
            append(c);
            endWord();
        } else {
            append(c);
        }
    }

    /// "$(…)" is part of the word it stands in. Returns where it ends.
    qsizetype takeSubstitution(const QString& line, qsizetype begin) {
        int depth = 0;
        for (qsizetype i = begin; i < line.size(); ++i) {
            append(line.at(i));
            depth += line.at(i) == u'(' ? 1 : line.at(i) == u')' ? -1 : 0;
            if (i > begin && depth == 0) {
                return i;
            }
        }
        return line.size();
    }

    void append(QChar c) {
        m_word += c;
        m_isWord = true;
    }

    void endWord() {
        if (m_isWord) {
            m_words.append(m_word);
        }
        m_word.clear();
        m_isWord = false;
    }

    void endCommand() {
        endWord();
        if (!m_words.isEmpty()) {
            m_commands.append(m_words);
        }
        m_words.clear();
    }

    QList<QStringList> m_commands;
    QStringList m_words;
    QString m_word;
    QChar m_quote;
    bool m_isWord = false;
};

} // namespace

QList<QStringList> shellCommands(const QString& line) {
    return Splitter().split(line);
}

} // namespace miaobu
