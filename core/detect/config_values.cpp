#include "core/detect/config_values.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

using Kind = JavaScriptToken::Kind;

/// An open bracket of any sort.
struct Frame {
    QString path{};
    QString key{}; ///< The property whose value is being read.
    int object = 0;
    bool isBrace = false;
    bool isConditional = false;
    bool sawCondition = false; ///< In the value or statement that is being read.
};

class Walker {
public:
    Walker(const QList<JavaScriptToken>& tokens, const QHash<QString, QString>& constants)
        : m_tokens(tokens), m_constants(constants) {
        m_frames.append(Frame{.isBrace = true});
    }

    QList<ConfigValue> walk() {
        for (m_at = 0; m_at < m_tokens.size(); ++m_at) {
            step(m_tokens.at(m_at));
        }
        return m_values;
    }

private:
    [[nodiscard]] const JavaScriptToken& at(qsizetype index) const {
        static const JavaScriptToken none;
        return index >= 0 && index < m_tokens.size() ? m_tokens.at(index) : none;
    }

    [[nodiscard]] bool isTop() const { return m_frames.size() == 1; }

    void step(const JavaScriptToken& token) {
        Frame& frame = m_frames.last();
        if (token.isSign(u"{") || token.isSign(u"(") || token.isSign(u"[")) {
            open(token.isSign(u"{"));
        } else if (token.isSign(u"}") || token.isSign(u")") || token.isSign(u"]")) {
            close();
        } else if (token.isSign(u",") || token.isSign(u";")) {
            frame.key.clear();
            frame.sawCondition = false;
        } else if (isCondition(token)) {
            frame.sawCondition = true;
        } else if (isTop() && token.kind == Kind::Word) {
            takeAssignment(token);
        } else if (frame.isBrace && (at(m_at - 1).isSign(u"{") || at(m_at - 1).isSign(u","))) {
            takeProperty(token);
        }
    }

    static bool isCondition(const JavaScriptToken& token) {
        if (token.kind == Kind::Word) {
            return token.text == u"if" || token.text == u"else" || token.text == u"case" || token.text == u"switch";
        }
        return token.isSign(u"?") || token.isSign(u"&&") || token.isSign(u"||") || token.isSign(u"??")
            || token.isSign(u"...");
    }

    void open(bool isBrace) {
        constexpr qsizetype deepest = 100;
        const Frame& parent = m_frames.last();
        Frame frame{.path = joined(parent.path, parent.key), .isBrace = isBrace};
        frame.object = isBrace ? ++m_objects : parent.object;
        frame.isConditional = parent.isConditional || parent.sawCondition;
        if (m_frames.size() < deepest) {
            m_frames.append(frame);
        } else {
            ++m_tooDeep;
        }
    }

    void close() {
        if (m_tooDeep > 0) {
            --m_tooDeep;
        } else if (!isTop()) {
            const bool wasBrace = m_frames.takeLast().isBrace;
            // A block is over, and with it the "if" before it; a value goes on until its comma.
            if (wasBrace && m_frames.last().key.isEmpty()) {
                m_frames.last().sawCondition = false;
            }
        }
    }

    static QString joined(const QString& path, const QString& key) {
        return path.isEmpty() || key.isEmpty() ? path + key : path + u'.' + key;
    }

    void takeProperty(const JavaScriptToken& token) {
        if (token.kind == Kind::Sign) {
            return;
        }
        Frame& frame = m_frames.last();
        if (at(m_at + 1).isSign(u":")) {
            frame.key = token.text;
            frame.sawCondition = false;
            add(joined(frame.path, frame.key), m_at + 2);
        } else if (token.kind == Kind::Word && m_constants.contains(token.text)
            && (at(m_at + 1).isSign(u",") || at(m_at + 1).isSign(u"}"))) {
            add(joined(frame.path, token.text), m_at);
        }
    }

    /// name.key = value, also with more keys and for module.exports
    void takeAssignment(const JavaScriptToken& token) {
        Frame& top = m_frames.last();
        if (at(m_at - 1).isSign(u".")) {
            return;
        }
        top.key.clear();
        top.sawCondition = false;
        QStringList keys;
        qsizetype end = m_at + 1;
        for (; at(end).isSign(u".") && at(end + 1).kind == Kind::Word; end += 2) {
            keys.append(at(end + 1).text);
        }
        if (token.text == u"module" && !keys.isEmpty() && keys.first() == u"exports") {
            keys.removeFirst();
        }
        if (!keys.isEmpty() && at(end).isSign(u"=")) {
            top.key = keys.join(u'.');
            add(top.key, end + 1);
        }
    }

    void add(const QString& path, qsizetype begin) {
        const Frame& frame = m_frames.last();
        ConfigValue value{.path = path, .object = frame.object, .isConditional = frame.isConditional};
        const JavaScriptToken& token = at(begin);
        const bool isWhole = endsValue(begin + 1);
        if (token.isSign(u"{")) {
            value.kind = ConfigValue::Kind::Object;
        } else if (isWhole && token.isConstantText()) {
            value.kind = ConfigValue::Kind::Text;
            value.text = token.text;
        } else if (isWhole && (token.isWord(u"true") || token.isWord(u"false"))) {
            value.kind = ConfigValue::Kind::Flag;
            value.flag = token.isWord(u"true");
        } else if (isWhole && token.kind == Kind::Word && m_constants.contains(token.text)) {
            value.kind = ConfigValue::Kind::Text;
            value.text = m_constants.value(token.text);
        } else if (const QString pathText = joinedPath(begin); !pathText.isEmpty()) {
            value.kind = ConfigValue::Kind::Text;
            value.text = pathText;
            value.isFromFile = namesItsFolder(begin);
        }
        m_values.append(value);
    }

    [[nodiscard]] bool endsValue(qsizetype index) const {
        const JavaScriptToken& next = at(index);
        if (next.kind == Kind::Sign) {
            return next.text.isEmpty() || next.text == u"," || next.text == u"}" || next.text == u";"
                || next.text == u")";
        }
        return next.isWord(u"as") || next.isWord(u"satisfies") || isTop();
    }

    /// Whether the call at \a begin has __dirname or import.meta among its arguments.
    [[nodiscard]] bool namesItsFolder(qsizetype begin) const {
        int depth = 0;
        for (qsizetype i = begin; i < m_tokens.size() && (depth > 0 || !at(i).isSign(u",")); ++i) {
            depth += at(i).isSign(u"(") ? 1 : at(i).isSign(u")") ? -1 : 0;
            if (depth < 0 || at(i).isSign(u"}")) {
                return false;
            }
            if (at(i).isWord(u"__dirname") || at(i).isWord(u"meta")) {
                return true;
            }
        }
        return false;
    }

    /// The text of path.resolve(__dirname, "a"), fileURLToPath(new URL("a", import.meta.url)) and the like.
    [[nodiscard]] QString joinedPath(qsizetype begin) const {
        static const QStringList plumbing{u"path"_s, u"resolve"_s, u"join"_s, u"normalize"_s, u"__dirname"_s,
            u"fileURLToPath"_s, u"new"_s, u"URL"_s, u"import"_s, u"meta"_s, u"url"_s, u"dirname"_s, u"process"_s,
            u"cwd"_s, u"pathname"_s, u"url"_s};
        QStringList parts;
        int depth = 0;
        for (qsizetype i = begin; i < m_tokens.size(); ++i) {
            const JavaScriptToken& token = at(i);
            if (token.isSign(u"(")) {
                ++depth;
            } else if (token.isSign(u")")) {
                --depth;
            }
            if (depth <= 0 && (token.isSign(u",") || token.isSign(u"}") || token.isSign(u";") || depth < 0)) {
                break;
            }
            if (token.isConstantText()) {
                parts.append(token.text);
            } else if (token.kind == Kind::Word && !plumbing.contains(token.text)) {
                return {};
            } else if (token.kind != Kind::Word && !token.isSign(u"(") && !token.isSign(u")") && !token.isSign(u",")
                && !token.isSign(u".")) {
                return {};
            }
        }
        return parts.join(u'/');
    }

    const QList<JavaScriptToken>& m_tokens;
    const QHash<QString, QString>& m_constants;
    QList<Frame> m_frames;
    QList<ConfigValue> m_values;
    qsizetype m_at = 0;
    int m_objects = 0;
    int m_tooDeep = 0;
};

} // namespace

QList<ConfigValue> configValues(const QList<JavaScriptToken>& tokens, const QHash<QString, QString>& constants) {
    return Walker(tokens, constants).walk();
}

} // namespace miaobu
