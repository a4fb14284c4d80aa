#pragma once

#include "core/detect/app_folder.h"
#include "core/detect/python/python_project.h"

namespace miaobu {

[[nodiscard]] PythonProject readPythonProject(const AppFolder& folder);

} // namespace miaobu
