#pragma once

#include "core/build/image_settings.h"
#include "core/detect/app_folder.h"
#include "core/model/build_plan.h"

namespace miaobu {

/// The lines of a generated Dockerfile for a Python app, with \a command as what starts it; adds to \a notes what is
/// in the image and not in the repository.
[[nodiscard]] QStringList pythonDockerfile(const AppFolder& folder, const BuildPlan& plan,
    const ImageSettings& settings, const BuildVariableNames& variables, const QString& command, QStringList& notes);

} // namespace miaobu
