#pragma once

#include "core/detect/app_folder.h"
#include "core/detect/python/python_project.h"

namespace miaobu {

/// What a project's lockfile (of uv, Poetry, PDM or Pipenv) installs on Linux to run it, development left out, for pip:
/// "flask==3.0.2", sorted. Without a lockfile, what its manifest asks for, as closely as pip can say it. Empty for a
/// project of pip.
[[nodiscard]] QStringList lockedRequirements(const AppFolder& folder, const PythonProject& project);

/// A version of Poetry's ("^1.2", "~2.0", "1.*", "*") as pip writes it: ">=1.2,<2"; empty for any.
[[nodiscard]] QString pipVersion(const QString& poetry);

} // namespace miaobu
