#include "app/widgets/text_ruler.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace miaobu::app {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

/// Blocks whose characters are as wide together as apart: Latin, Greek and Cyrillic, punctuation and symbols, the
/// scripts of East Asia, emoji on their own. Left out is what joins: marks, joiners, selectors, flags, skin tones.
constexpr std::array unshaped{Range{0x20, 0x2ff}, Range{0x370, 0x482}, Range{0x48a, 0x52f}, Range{0x2010, 0x2029},
    Range{0x2030, 0x205e}, Range{0x2070, 0x20cf}, Range{0x2100, 0x2bff}, Range{0x2e80, 0x3029}, Range{0x3030, 0x3098},
    Range{0x309b, 0x9fff}, Range{0xac00, 0xd7a3}, Range{0xf900, 0xfaff}, Range{0xff00, 0xffef}, Range{0x1f000, 0x1f1e5},
    Range{0x1f200, 0x1f3fa}, Range{0x1f400, 0x1faff}, Range{0x20000, 0x3ffff}};

bool standsAlone(char32_t character) {
    return std::any_of(unshaped.begin(), unshaped.end(),
        [character](const Range& range) { return character >= range.first && character <= range.last; });
}

} // namespace

TextRuler::TextRuler(const QFont& font) : m_metrics(font), m_exact(font) {
    const double pitch = m_exact.horizontalAdvance(QLatin1Char('0'));
    const auto isPitch = [&](QChar character) {
        constexpr int many = 200;
        return std::abs(m_exact.horizontalAdvance(QString(many, character)) - pitch * many) < 0.5;
    };
    if (isPitch(QLatin1Char('i')) && isPitch(QLatin1Char('W')) && isPitch(QLatin1Char(' '))) {
        m_pitch = pitch;
    }
}

double TextRuler::widthOf(char32_t character) const {
    if (character < 0x7f) {
        return m_pitch;
    }
    const auto known = m_widths.constFind(character);
    if (known != m_widths.constEnd()) {
        return *known;
    }
    return *m_widths.insert(character, m_exact.horizontalAdvance(QString::fromUcs4(&character, 1)));
}

std::optional<double> TextRuler::added(QStringView text) const {
    if (m_pitch == 0) {
        return std::nullopt;
    }
    double sum = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        char32_t character = text.at(at).unicode();
        if (QChar::isHighSurrogate(character) && at + 1 < text.size()) {
            character = QChar::surrogateToUcs4(text.at(at), text.at(at + 1));
            ++at;
        }
        if (character < 0x20 || (character >= 0x7f && !standsAlone(character))) {
            return std::nullopt;
        }
        sum += widthOf(character);
    }
    return sum;
}

int TextRuler::width(QStringView text) const {
    const std::optional<double> sum = added(text);
    return sum ? qRound(*sum) : m_metrics.horizontalAdvance(text.toString());
}

qsizetype TextRuler::columnAt(const QString& text, int x) const {
    qsizetype low = 0;
    qsizetype high = text.size();
    while (low < high) {
        const qsizetype middle = (low + high) / 2;
        const int left = width(QStringView(text).first(middle));
        const int right = width(QStringView(text).first(middle + 1));
        if (x < (left + right) / 2) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

int LinePen::xOf(qsizetype column) {
    m_left += m_ruler.width(QStringView(m_text).sliced(m_column, column - m_column));
    m_column = column;
    return m_left;
}

} // namespace miaobu::app
