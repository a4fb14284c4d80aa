#pragma once

#include "app/cli/command_description.h"

namespace miaobu::app {

/// The manual page of the command line, for man(1), in the language of the program.
[[nodiscard]] QString manualPage(const QList<CommandDescription>& commands, const QString& version);

} // namespace miaobu::app
