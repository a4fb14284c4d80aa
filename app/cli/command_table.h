#pragma once

#include "app/cli/command_description.h"

namespace miaobu::app {

[[nodiscard]] const QList<CommandDescription>& allCommands();

/// Null for a name that is no command.
[[nodiscard]] const CommandDescription* commandNamed(const QString& name);

/// What `miaobu --help` prints.
[[nodiscard]] QString overview();

} // namespace miaobu::app
