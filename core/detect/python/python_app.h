#pragma once

#include "core/detect/app_folder.h"
#include "core/model/build_plan.h"

namespace miaobu {

/// What a Python project in \a folder is. Kind is Python when it is a web application; Unknown, but with a package
/// manager, when it is something else in Python.
[[nodiscard]] BuildPlan planPython(const AppFolder& folder);

/// Whether the Python application of \a plan surely is what answers visitors, so that a package.json beside it only
/// makes its assets.
[[nodiscard]] bool servesPages(const BuildPlan& plan, const AppFolder& folder);

} // namespace miaobu
