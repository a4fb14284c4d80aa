#pragma once

#include "app/cli/commands.h"

namespace miaobu::app {

/// Prints what the web app of \a project has said while it ran, and with --follow what it says, until Ctrl-C.
QCoro::Task<int> printRuntimeLog(CommandContext context, Project project);

} // namespace miaobu::app
