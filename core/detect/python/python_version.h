#pragma once

#include "core/detect/app_folder.h"

namespace miaobu {

/// A Python version, major and minor ("3.12"), and where it is declared. Empty when it is not.
struct PythonVersion {
    QString version;
    QString reason;
};

/// Looks in .python-version, runtime.txt, .tool-versions, mise.toml, Pipfile, pyproject.toml (the lowest version it allows) and
/// the Dockerfile; in \a folder first and then in those around it.
[[nodiscard]] PythonVersion findPythonVersion(const AppFolder& folder);

} // namespace miaobu
