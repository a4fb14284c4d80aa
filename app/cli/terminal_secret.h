#pragma once

#include <QByteArray>
#include <QString>

namespace miaobu::app {

/// Whether somebody can be asked: standard input is a terminal.
[[nodiscard]] bool canAsk();

/// Asks on standard error and reads a line from the terminal that it does not show. \throws Error(Cancelled) for Ctrl-C and Ctrl-D
[[nodiscard]] QByteArray askForSecret(const QString& question);

} // namespace miaobu::app
