#pragma once

#include "core/async/error.h"
#include "core/build/build_step.h"
#include "core/build/python_runtime.h"
#include "core/detect/app_folder.h"

namespace miaobu {

/// What pip is to install for a package.
struct PackageInstall {
    QStringList requirements; ///< PEP 508 texts, written to a file for pip
    QString requirementsFile; ///< Of the repository, relative; empty when it has none
    bool installsProject = false; ///< The project itself, because only its build system knows what it needs.
    bool isHashed = false; ///< pip then takes nothing beside the repository's file in the same run.
    QStringList notes; ///< What is installed beside what the repository says
};

/// For the thread pool. \throws Error(AppUnknown) when nothing says how the app starts
[[nodiscard]] PackageInstall packageInstall(const AppFolder& folder, const BuildPlan& plan);

/// pip's arguments for wheels of \a runtime into \a target, once or, where hashes are asked for, twice. \a file: where the
/// requirements were written; empty without.
[[nodiscard]] QList<QStringList> pipCalls(const PackageInstall& install, const PythonRuntime& runtime,
    const QString& app, const QString& file, const QString& target);

/// Makes what pip left in \a target the same wherever it was installed: scripts name no Python of this computer.
/// For the thread pool. \throws Error(FileSystem)
void settleDependencies(const QString& target);

/// The error of a pip that has failed.
[[nodiscard]] Error pipFailure(const StepResult& result);

} // namespace miaobu
