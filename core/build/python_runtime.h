#pragma once

#include "core/model/build_plan.h"

#include <QStringList>

namespace miaobu {

/// A Python that Function Compute's custom runtimes bring.
struct PythonRuntime {
    QString runtime; ///< "custom.debian12"
    QString version; ///< "3.11"
    QString folder; ///< Of its program in the runtime: "/usr/bin"
    int glibcMinor = 0; ///< 36 of 2.36

    bool operator==(const PythonRuntime&) const = default;
};

/// The one for \a plan: the very version that is declared; for a lowest one ("requires-python") the lowest that is not
/// below it, but that of this computer, \a here, where it may be: then a package runs here too. Nothing declared: \a here
/// or 3.12.
/// \throws Error(PythonUnsuitable; subject: what is declared, alternatives: what there is)
[[nodiscard]] PythonRuntime pythonRuntime(const BuildPlan& plan, const QString& here);

/// The wheels that run there, as pip names their platforms; the newest first.
[[nodiscard]] QStringList wheelPlatforms(const PythonRuntime& runtime);

} // namespace miaobu
