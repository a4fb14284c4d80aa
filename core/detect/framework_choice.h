#pragma once

#include "core/detect/framework_table.h"
#include "core/detect/host_files.h"
#include "core/detect/script_reading.h"

namespace miaobu {

/// The framework that makes the site or the server of a package, and the script that runs it.
struct FrameworkChoice {
    Framework framework{}; ///< Without a slug when none was recognised.
    QString reason{};
    QString script{}; ///< Empty when no script builds it.
    QList<Invocation> run{}; ///< What the script runs.
};

/// Chooses by what the build script runs, then by the dependencies, then by configuration files. \a hostScript is the
/// script a host's file names, or empty.
[[nodiscard]] FrameworkChoice chooseFramework(
    const AppFolder& folder, const PackageJson& package, const QString& hostScript, const QList<HostAdvice>& advice);

/// Whether \a folder is the top of a workspace with packages of its own.
[[nodiscard]] bool isWorkspaceTop(const AppFolder& folder, const PackageJson& package);

} // namespace miaobu
