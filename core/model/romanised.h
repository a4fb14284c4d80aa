#pragma once

#include <QString>

namespace miaobu {

/// \a text in the letters a to z as far as it can be said in them: pinyin for Chinese, romaji for kana, "ss" for "ß". What cannot be stays.
/// Syllables of Chinese are parted by spaces.
[[nodiscard]] QString romanised(const QString& text);

} // namespace miaobu
