#pragma once

#include "core/detect/app_folder.h"
#include "core/model/build_plan.h"

namespace miaobu {

/// What \a folder is, by itself: without the apps below it.
/// \throws Error(PackageJsonBroken)
[[nodiscard]] BuildPlan detectFolder(const AppFolder& folder);

/// Whether \a folder can be deployed by itself. Broken files make it no app.
[[nodiscard]] bool isApp(const AppFolder& folder);

} // namespace miaobu
