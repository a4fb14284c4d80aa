#pragma once

#include "core/detect/app_folder.h"
#include "core/detect/python/python_project.h"

#include <toml++/toml.h>

namespace miaobu {

/// pyproject.toml: PEP 621, PEP 735, Poetry, uv, PDM and the [tool] tables that name an app.
void readPyproject(const toml::table& table, PythonProject& project);
void readPipfile(const toml::table& table, PythonProject& project);
/// setup.py is a program: only the texts in its install_requires list are looked at.
void readSetup(const AppFolder& folder, PythonProject& project);

} // namespace miaobu
