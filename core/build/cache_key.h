#pragma once

#include "core/build/project_layout.h"
#include "core/build/toolchains.h"

namespace miaobu {

/// Names what an install leaves behind.
struct CacheKey {
    QString name; ///< Equal names: the same lockfile, Node major, package manager and kind of computer. Empty: nothing
                  ///< to keep.
    QString inputs; ///< Equal: the manifests and settings that an install reads besides the lockfile are the same too.
    bool hasScripts = false; ///< The project itself does something at install, so that it has to run each time.
};

/// Reads the lockfile, every package.json and the package managers' settings. For the thread pool.
[[nodiscard]] CacheKey cacheKey(const ProjectLayout& layout, const Toolchain& toolchain, const QString& installCommand);

} // namespace miaobu
