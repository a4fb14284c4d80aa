#include "core/picture/page_head.h"

#include <QHash>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr qsizetype bytesRead = 256 * 1024; // Heads are short; what comes later is the body.
constexpr qsizetype longestTitle = 200;
constexpr qsizetype longestDescription = 400;

using Attributes = QHash<QString, QString>;

/// The character that "amp" or "#38" stands for; empty when it is not one of those that titles use.
QString characterCalled(QStringView name) {
    static const QHash<QString, QString> named{{u"amp"_s, u"&"_s}, {u"lt"_s, u"<"_s}, {u"gt"_s, u">"_s},
        {u"quot"_s, u"\""_s}, {u"apos"_s, u"'"_s}, {u"nbsp"_s, u" "_s}, {u"middot"_s, u"·"_s}, {u"ndash"_s, u"–"_s},
        {u"mdash"_s, u"—"_s}, {u"hellip"_s, u"…"_s}, {u"copy"_s, u"©"_s}};
    if (!name.startsWith(u'#')) {
        return named.value(name.toString());
    }
    bool ok = false;
    const bool isHexadecimal = name.mid(1).startsWith(u'x', Qt::CaseInsensitive);
    const char32_t code = isHexadecimal ? name.mid(2).toUInt(&ok, 16) : name.mid(1).toUInt(&ok, 10);
    const bool isCharacter = ok && code > 0 && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
    return isCharacter ? QString::fromUcs4(&code, 1) : QString();
}

QString plain(QStringView text, qsizetype longest) {
    QString result;
    for (qsizetype at = 0; at < text.size() && result.size() <= longest * 2; ++at) {
        const qsizetype end = text[at] == u'&' ? text.indexOf(u';', at) : -1;
        const QString character
            = end > at && end - at <= 10 ? characterCalled(text.mid(at + 1, end - at - 1)) : QString();
        result.append(character.isEmpty() ? QString(text[at]) : character);
        at = character.isEmpty() ? at : end;
    }
    result = result.simplified();
    return result.size() > longest ? result.left(longest - 1) + u'…' : result;
}

/// Reads tags from a text, one after another.
class TagReader {
public:
    explicit TagReader(const QString& text) : m_text(text) { }

    /// Goes behind the next tag. False at the end.
    bool next() {
        while ((m_at = m_text.indexOf(u'<', m_at)) >= 0) {
            if (m_text.mid(m_at, 4) == "<!--"_L1) {
                m_at = behind(u"-->"_s);
                continue;
            }
            ++m_at;
            m_name = word([](QChar c) { return c.isLetterOrNumber() || c == u'/' || c == u'!'; }).toLower();
            readAttributes();
            return true;
        }
        return false;
    }
    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] const Attributes& attributes() const { return m_attributes; }
    /// What stands before the end tag of the one that was read, which is skipped.
    QStringView content() {
        const qsizetype from = m_at;
        const qsizetype end = m_text.indexOf(u"</"_s + m_name, from, Qt::CaseInsensitive);
        m_at = end < 0 ? m_text.size() : end;
        return QStringView(m_text).mid(from, m_at - from);
    }

private:
    qsizetype behind(const QString& mark) const {
        const qsizetype found = m_text.indexOf(mark, m_at);
        return found < 0 ? m_text.size() : found + mark.size();
    }
    QString word(auto belongs) {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && belongs(m_text[m_at])) {
            ++m_at;
        }
        return m_text.mid(from, m_at - from);
    }
    QString value() {
        const QChar quote = m_at < m_text.size() ? m_text[m_at] : QChar();
        if (quote != u'"' && quote != u'\'') {
            return word([](QChar c) { return !c.isSpace() && c != u'>'; });
        }
        ++m_at;
        const QString inside = word([quote](QChar c) { return c != quote; });
        ++m_at;
        return inside;
    }
    void readAttributes() {
        m_attributes.clear();
        while (m_at < m_text.size() && m_text[m_at] != u'>') {
            const QString name = word([](QChar c) { return !c.isSpace() && c != u'=' && c != u'>'; }).toLower();
            word([](QChar c) { return c.isSpace(); });
            if (m_at < m_text.size() && m_text[m_at] == u'=') {
                ++m_at;
                word([](QChar c) { return c.isSpace(); });
                m_attributes.insert(name, value());
            }
        }
        ++m_at;
    }

    const QString& m_text;
    qsizetype m_at = 0;
    QString m_name;
    Attributes m_attributes;
};

QUrl absolute(const QString& reference, const QUrl& address) {
    const QUrl url = address.resolved(QUrl(plain(reference, 2000)));
    const bool isFetched = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return !reference.isEmpty() && url.isValid() && isFetched ? url : QUrl();
}

void takeMeta(PageHead& head, QString& titleForOthers, const Attributes& attributes, const QUrl& address) {
    const QString name = attributes.value(u"name"_s, attributes.value(u"property"_s)).toLower();
    const QString content = attributes.value(u"content"_s);
    if (name == "description"_L1 || (name == "og:description"_L1 && head.description.isEmpty())) {
        head.description = plain(content, longestDescription);
    } else if (name == "og:title"_L1) {
        titleForOthers = plain(content, longestTitle);
    } else if (name == "og:image"_L1 && head.image.isEmpty()) {
        head.image = absolute(content, address);
    }
}

} // namespace

PageHead pageHeadOf(const QByteArray& html, const QUrl& address) {
    const QByteArray start = html.left(bytesRead);
    QStringDecoder decoder = QStringDecoder::decoderForHtml(start);
    const QString text = decoder.isValid() ? QString(decoder.decode(start)) : QString::fromUtf8(start);
    PageHead head;
    QString titleForOthers;
    TagReader tags(text);
    while (tags.next() && tags.name() != "body"_L1) {
        const QString& name = tags.name();
        if (name == "title"_L1 && head.title.isEmpty()) {
            head.title = plain(tags.content(), longestTitle);
        } else if (name == "script"_L1 || name == "style"_L1 || name == "svg"_L1) {
            static_cast<void>(tags.content());
        } else if (name == "meta"_L1) {
            takeMeta(head, titleForOthers, tags.attributes(), address);
        } else if (name == "link"_L1 && head.icon.isEmpty()) {
            const QStringList relations = tags.attributes().value(u"rel"_s).toLower().split(u' ');
            head.icon = relations.contains(u"icon"_s) ? absolute(tags.attributes().value(u"href"_s), address) : QUrl();
        }
    }
    head.title = head.title.isEmpty() ? titleForOthers : head.title;
    return head;
}

} // namespace miaobu
