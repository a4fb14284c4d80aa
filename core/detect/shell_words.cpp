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
            // In "$(…)" and "2>&1" it does not begin a command that matters, but neither does splitting there hurt.
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
