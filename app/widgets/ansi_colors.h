#pragma once

#include "app/theme/tokens.h"
#include "core/log/ansi_style.h"

namespace miaobu::app {

/// What a terminal's colour is on the log's ground: the sixteen named ones are the theme's own, so that they can be
/// read on both.
[[nodiscard]] QColor inkOf(const AnsiStyle& style, const Tokens& tokens);
/// The colour behind the text; invalid for none.
[[nodiscard]] QColor groundOf(const AnsiStyle& style, const Tokens& tokens);

} // namespace miaobu::app
