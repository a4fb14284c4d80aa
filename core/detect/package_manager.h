#pragma once

#include "core/detect/package_json.h"

namespace miaobu {

/// The package manager of a Node project, and why it is the one.
struct PackageManager {
    QString name; ///< npm, pnpm, yarn or bun.
    QString reason; ///< "pnpm-lock.yaml in the folder above"
};

/// The manager of \a folder: by the nearest lockfile on the way up to the top of the repository, else by what is
/// declared.
[[nodiscard]] PackageManager findPackageManager(const AppFolder& folder);

} // namespace miaobu
