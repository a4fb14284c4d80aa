#pragma once

#include <QByteArray>

namespace miaobu::app {

/// The password of a preview: asked for on a terminal, else the first line of standard input. Never an argument.
/// \throws Error(InvalidInput) for an empty one, Error(Cancelled)
[[nodiscard]] QByteArray askedPassword();

} // namespace miaobu::app
