#pragma once

#include "core/build/project_layout.h"
#include "core/build/toolchains.h"

namespace miaobu {

/// Names what an install leaves behind.
struct CacheKey {
    QString name; ///< Equal names: the same lockfile, Node major, package manager and kind of computer. Empty: nothing
        ///< to keep.
    QString inputs; ///< Equal: the manifests and settings that an install reads besides the lockfile are the same too.
    bool runsEachTime = false; ///< An install does more than to fill node_modules, so that it is never left out.
};

/// Reads the lockfile, every package.json and the package managers' settings. For the thread pool.
[[nodiscard]] CacheKey cacheKey(const ProjectLayout& layout, const Toolchain& toolchain, const QString& installCommand);

} // namespace miaobu
