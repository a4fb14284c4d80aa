#pragma once

#include "app/cli/command_description.h"

namespace miaobu::app {

// Scripts that let a shell complete the command line: commands, options, their values, files and the names of projects.

/// For bash 4 or newer.
[[nodiscard]] QString bashCompletion(const QList<CommandDescription>& commands);
[[nodiscard]] QString zshCompletion(const QList<CommandDescription>& commands);
[[nodiscard]] QString fishCompletion(const QList<CommandDescription>& commands);

/// The options of \a command with those that every command takes.
[[nodiscard]] QList<OptionDescription> completeOptions(const CommandDescription& command);

/// A shell command that prints the names of the projects, one a line.
[[nodiscard]] QString projectsCommand();

} // namespace miaobu::app
