#pragma once

#include "core/build/image_settings.h"
#include "core/detect/app_folder.h"
#include "core/model/build_plan.h"

namespace miaobu {

/// A generated Dockerfile for a Node server.
struct NodeRecipe {
    QStringList lines; ///< Without the command at its end
    QString command; ///< What starts the server, for a shell
    QString contextFolder; ///< Relative to the repository: the app's own, or that of its workspace.
    QStringList notes; ///< What is in the image and not in the repository
};

[[nodiscard]] NodeRecipe nodeRecipe(
    const AppFolder& folder, const BuildPlan& plan, const ImageSettings& settings, const BuildVariableNames& variables);

} // namespace miaobu
