#include "app/text/visible_text.h"

#include <algorithm>

namespace miaobu::app {

namespace {

constexpr qsizetype tabWidth = 4;

bool turnsOrder(char16_t unit) {
    return (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069);
}

bool isHidden(QChar character) {
    const char16_t unit = character.unicode();
    return unit < 0x20 || unit == 0x7f || unit == 0x2028 || unit == 0x2029 || turnsOrder(unit);
}

} // namespace

QString visibleText(const QString& line) {
    if (std::none_of(line.begin(), line.end(), isHidden)) {
        return line;
    }
    QString shown;
    shown.reserve(line.size() + tabWidth);
    for (const QChar character : line) {
        const char16_t unit = character.unicode();
        if (unit == u'\t') {
            shown.append(QString(tabWidth - shown.size() % tabWidth, QLatin1Char(' ')));
        } else if (unit < 0x20) {
            shown.append(QChar(static_cast<char16_t>(0x2400 + unit)));
        } else {
            shown.append(isHidden(character) ? QChar(QChar::ReplacementCharacter) : character);
        }
    }
    return shown;
}

} // namespace miaobu::app
