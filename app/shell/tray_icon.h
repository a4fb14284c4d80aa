#pragma once

#include "app/theme/tokens.h"

#include <QIcon>

namespace miaobu::app {

/// The program's mark in one colour, with the mark of a state in its corner unless that is Idle.
[[nodiscard]] QIcon trayIcon(Tone tone, const Tokens& tokens);

} // namespace miaobu::app
