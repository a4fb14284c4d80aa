#pragma once

#include "core/detect/package_json.h"

namespace miaobu {

/// \a startCommand as an image runs it: on the port in PORT, open to everybody, and without a package manager in front
/// of the one program that a script runs, so that the signal that ends a container reaches that program. Unchanged but
/// for its port where a script does more.
[[nodiscard]] QString nodeCommand(const PackageJson& package, const QString& startCommand);

/// Whether \a command, one of nodeCommand(), is node itself with a file of the project: nothing that is only there for
/// developing is needed to run it.
[[nodiscard]] bool isPlainNode(const QString& command);

} // namespace miaobu
