#pragma once

#include "core/detect/package_json.h"
#include "core/model/build_plan.h"

namespace miaobu {

/// How the dependencies of a Node server get into its image.
struct NodeInstall {
    QString manager; ///< A command that makes the package manager be there; empty where node's own is the one.
    QStringList files; ///< To copy before it, so that its layer is kept while they are the same
    QString folder; ///< To copy beside them; empty: none
    QString command; ///< Empty: nothing is installed.
    bool isApart = false; ///< Whether it needs nothing of the source but these files.
    QStringList systemPackages; ///< Of Debian, which dependencies are compiled with or load
};

/// \a top: the folder of the lockfile or of the workspace, which is what is copied into the image. \a isForRunning:
/// whether what is only there for developing can stay out.
[[nodiscard]] NodeInstall nodeInstall(
    const AppFolder& top, const PackageJson& app, const BuildPlan& plan, bool isForRunning);

/// The folder an image of \a app is made of: its own, or that of the workspace or lockfile it belongs to.
[[nodiscard]] AppFolder nodeContext(const AppFolder& app, const QString& manager);

} // namespace miaobu
