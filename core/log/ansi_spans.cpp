#include "core/log/ansi_spans.h"

namespace miaobu {

namespace {

constexpr QChar escape = u'\x1b';

/// The length of the SGR sequence that begins \a text, with its ESC; 0 when none does.
qsizetype sgrLength(QStringView text) {
    if (text.size() < 3 || text[1] != u'[') {
        return 0;
    }
    qsizetype end = 2;
    while (end < text.size() && ((text[end] >= u'0' && text[end] <= u'9') || text[end] == u';' || text[end] == u':')) {
        ++end;
    }
    return end < text.size() && text[end] == u'm' ? end + 1 : 0;
}

/// Calls \a onText and \a onSgr for the pieces of \a text in their order. An ESC that begins no SGR sequence is
/// dropped.
template <typename OnText, typename OnSgr> void walk(QStringView text, OnText onText, OnSgr onSgr) {
    while (!text.isEmpty()) {
        const qsizetype next = text.indexOf(escape);
        const qsizetype plain = next < 0 ? text.size() : next;
        if (plain > 0) {
            onText(text.first(plain));
        }
        text = text.sliced(plain);
        if (!text.isEmpty()) {
            const qsizetype length = sgrLength(text);
            if (length > 0) {
                onSgr(text.sliced(2, length - 3));
            }
            text = text.sliced(std::max<qsizetype>(length, 1));
        }
    }
}

} // namespace

AnsiText parseAnsi(const QString& text) {
    AnsiText result;
    AnsiStyle style;
    walk(
        text,
        [&](QStringView piece) {
            if (style != AnsiStyle{}) {
                const bool continues = !result.spans.isEmpty() && result.spans.last().style == style
                    && result.spans.last().start + result.spans.last().length == result.plain.size();
                if (continues) {
                    result.spans.last().length += piece.size();
                } else {
                    result.spans.append({result.plain.size(), piece.size(), style});
                }
            }
            result.plain += piece;
        },
        [&](QStringView parameters) { applySgr(style, parameters); });
    return result;
}

QString withoutAnsi(const QString& text) {
    if (!text.contains(escape)) {
        return text;
    }
    QString plain;
    plain.reserve(text.size());
    walk(text, [&](QStringView piece) { plain += piece; }, [](QStringView) {});
    return plain;
}

} // namespace miaobu
