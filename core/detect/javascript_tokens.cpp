#include "core/detect/javascript_tokens.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

using Kind = JavaScriptToken::Kind;

bool isWordCharacter(QChar c) {
    return c.isLetterOrNumber() || c == u'_' || c == u'$';
}

/// Walks over the source once.
class Cutter {
public:
    explicit Cutter(const QString& source) : m_source(source) { }

    QList<JavaScriptToken> cut() {
        constexpr qsizetype mostTokens = 50'000;
        while (m_at < m_source.size() && m_tokens.size() < mostTokens) {
            step();
        }
        return m_tokens;
    }

private:
    [[nodiscard]] QChar peek(qsizetype ahead) const {
        return m_at + ahead < m_source.size() ? m_source.at(m_at + ahead) : QChar();
    }

    void step() {
        const QChar c = peek(0);
        if (c.isSpace()) {
            ++m_at;
        } else if (c == u'/' && peek(1) == u'/') {
            skipTo(u"\n"_s);
        } else if (c == u'/' && peek(1) == u'*') {
            m_at += 2;
            skipTo(u"*/"_s);
        } else if (c == u'"' || c == u'\'') {
            takeText(c);
        } else if (c == u'`') {
            takeTemplate();
        } else if (c == u'/' && isRegularExpressionNext()) {
            skipRegularExpression();
        } else if (isWordCharacter(c)) {
            takeWord();
        } else {
            takeSign();
        }
    }

    void skipTo(const QString& mark) {
        const qsizetype end = m_source.indexOf(mark, m_at);
        m_at = end < 0 ? m_source.size() : end + mark.size();
    }

    void takeText(QChar quote) {
        QString text;
        for (++m_at; m_at < m_source.size() && peek(0) != quote && peek(0) != u'\n'; ++m_at) {
            if (peek(0) == u'\\') {
                ++m_at;
            }
            text += peek(0);
        }
        ++m_at;
        m_tokens.append({Kind::Text, text});
    }

    /// A template is one token; what stands in its placeholders is part of its text.
    void takeTemplate() {
        const qsizetype begin = ++m_at;
        int depth = 0;
        for (; m_at < m_source.size() && (depth > 0 || peek(0) != u'`'); ++m_at) {
            if (peek(0) == u'\\') {
                ++m_at;
            } else if (peek(0) == u'$' && peek(1) == u'{') {
                ++depth;
            } else if (peek(0) == u'}' && depth > 0) {
                --depth;
            }
        }
        m_at = std::min(m_at, m_source.size());
        m_tokens.append({Kind::Template, m_source.mid(begin, m_at - begin)});
        ++m_at;
    }

    /// A slash divides after a value and begins a regular expression everywhere else.
    [[nodiscard]] bool isRegularExpressionNext() const {
        if (m_tokens.isEmpty()) {
            return true;
        }
        const JavaScriptToken& last = m_tokens.last();
        return last.kind == Kind::Sign ? last.text != u")" && last.text != u"]" && last.text != u"}"
                                       : last.isWord(u"return");
    }

    void skipRegularExpression() {
        bool isInClass = false;
        for (++m_at; m_at < m_source.size() && peek(0) != u'\n' && (isInClass || peek(0) != u'/'); ++m_at) {
            if (peek(0) == u'\\') {
                ++m_at;
            } else if (peek(0) == u'[' || peek(0) == u']') {
                isInClass = peek(0) == u'[';
            }
        }
        ++m_at;
        m_tokens.append({Kind::Number, u"/regular expression/"_s});
    }

    void takeWord() {
        const qsizetype begin = m_at;
        while (m_at < m_source.size() && isWordCharacter(peek(0))) {
            ++m_at;
        }
        const QString word = m_source.mid(begin, m_at - begin);
        m_tokens.append({word.front().isDigit() ? Kind::Number : Kind::Word, word});
    }

    void takeSign() {
        for (const QStringView sign : {u"...", u"=>", u"&&", u"||", u"??", u"?.", u"===", u"!==", u"==", u"!="}) {
            if (QStringView(m_source).mid(m_at).startsWith(sign)) {
                m_tokens.append({Kind::Sign, sign.toString()});
                m_at += sign.size();
                return;
            }
        }
        m_tokens.append({Kind::Sign, peek(0)});
        ++m_at;
    }

    const QString& m_source;
    qsizetype m_at = 0;
    QList<JavaScriptToken> m_tokens;
};

} // namespace

bool JavaScriptToken::isConstantText() const {
    return kind == Kind::Text || (kind == Kind::Template && !text.contains(u"${"_s));
}

QList<JavaScriptToken> javaScriptTokens(const QString& source) {
    return Cutter(source).cut();
}

} // namespace miaobu
