#pragma once

#include "core/detect/invocation.h"

namespace miaobu {

/// What is behind the words of one simple command.
struct UnwrappedCommand {
    Invocation invocation; ///< Without a program when the command only calls scripts.
    QStringList scripts; ///< Package scripts it calls.
    QStringList scriptArguments; ///< What is handed to the called script: npm run build -- --mode x
    QStringList lines; ///< Whole command lines it runs, as concurrently does.
};

/// Takes away what only stands around the program: variables, cross-env, npx, paths into node_modules. \a scripts are
/// the names of the package's own scripts.
[[nodiscard]] UnwrappedCommand unwrapCommand(QStringList words, const QStringList& scripts);

} // namespace miaobu
