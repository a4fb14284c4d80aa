#pragma once

#include "core/detect/app_folder.h"
#include "core/detect/toml_reading.h"

namespace miaobu {

/// A Python version, major and minor ("3.12"), and where it is declared. Empty when it is not.
struct PythonVersion {
    QString version;
    QString reason;
};

/// Looks in .python-version, runtime.txt, .tool-versions, Pipfile, \a pyproject (the lowest version it allows) and the
/// Dockerfile.
[[nodiscard]] PythonVersion findPythonVersion(const AppFolder& folder, const std::optional<toml::table>& pyproject);

} // namespace miaobu
