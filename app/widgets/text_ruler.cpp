#include "app/widgets/text_ruler.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace miaobu::app {

TextRuler::TextRuler(const QFont& font) : m_metrics(font) {
    const QFontMetricsF exact(font);
    const double pitch = exact.horizontalAdvance(QLatin1Char('0'));
    const auto isPitch = [&](const QString& text) {
        return std::abs(exact.horizontalAdvance(text) - pitch * static_cast<double>(text.size())) < 0.5;
    };
    if (isPitch(QString(200, QLatin1Char('i'))) && isPitch(QString(200, QLatin1Char('W')))
        && isPitch(QString(200, QLatin1Char(' ')))) {
        m_pitch = pitch;
    }
}

bool TextRuler::isEven(QStringView text) const {
    return m_pitch > 0
        && std::all_of(text.begin(), text.end(), [](QChar character) { return character.unicode() < 0x7f; });
}

int TextRuler::width(QStringView text) const {
    return isEven(text) ? qRound(m_pitch * static_cast<double>(text.size()))
                        : m_metrics.horizontalAdvance(text.toString());
}

qsizetype TextRuler::columnAt(const QString& text, int x) const {
    if (isEven(text)) {
        const auto column = static_cast<qsizetype>(std::floor(x / m_pitch + 0.5));
        return std::clamp<qsizetype>(column, 0, text.size());
    }
    qsizetype low = 0;
    qsizetype high = text.size();
    while (low < high) {
        const qsizetype middle = (low + high) / 2;
        const int left = m_metrics.horizontalAdvance(text.left(middle));
        const int right = m_metrics.horizontalAdvance(text.left(middle + 1));
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
