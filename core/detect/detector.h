#pragma once

#include "core/detect/file_tree.h"
#include "core/model/build_plan.h"

namespace miaobu {

/// Finds out how to build what lies in \a rootDirectory of \a tree (empty: its top), reading files and running nothing.
/// Never fails for odd content: what is broken is said in the reasons, and kind is Unknown when nothing can be
/// deployed.
/// \throws Error(RootDirectoryMissing, with the apps that exist), Error(RootDirectoryOutside), Error(PackageJsonBroken)
[[nodiscard]] BuildPlan detect(const FileTree& tree, const QString& rootDirectory);

} // namespace miaobu
