#pragma once

#include "app/theme/tokens.h"

namespace miaobu::app {

/// The palette of \a tokens. Beside their usual meaning: PlaceholderText is the muted ink, Dark the faint one,
/// AlternateBase the side colour and Mid the line, so that a plain widget can take any of them as its role.
[[nodiscard]] QPalette paletteOf(const Tokens& tokens);

} // namespace miaobu::app
