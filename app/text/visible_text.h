#pragma once

#include <QString>

namespace miaobu::app {

/// A line from outside with everything in it to be seen: tabs as far as the next column of four, other control characters as their
/// pictures, and marks that would turn the order of letters as a replacement character.
[[nodiscard]] QString visibleText(const QString& line);

} // namespace miaobu::app
