#pragma once

#include "core/build/python_runtime.h"

namespace miaobu {

/// Names inside a package.
inline constexpr QLatin1StringView packageDependencies("python_deps");
inline constexpr QLatin1StringView packageStart("miaobu-start.sh");

/// The script that starts an app inside its package: finds the Python that the dependencies are for, puts them on its
/// path, and runs \a startCommand. It takes the address to listen on as its argument ("0.0.0.0:9000").
[[nodiscard]] QString startScript(const PythonRuntime& runtime, const QString& startCommand, bool hasSourceFolder);

} // namespace miaobu
