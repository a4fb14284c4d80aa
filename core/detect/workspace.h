#pragma once

#include "core/detect/app_folder.h"

namespace miaobu {

/// The folders of \a tree that can be deployed by themselves, sorted: those its workspaces name, and without any, the
/// places where people put an app (docs, website, frontend, apps/…). The top itself is not one of them. At most 200
/// folders are looked at.
[[nodiscard]] QStringList listApps(const FileTree& tree);

} // namespace miaobu
