#pragma once

#include "core/build/image_settings.h"
#include "core/detect/app_folder.h"
#include "core/model/build_plan.h"

namespace miaobu {

/// The lines of a generated Dockerfile for a Node server, with \a command as what starts it.
[[nodiscard]] QStringList nodeDockerfile(const AppFolder& folder, const BuildPlan& plan, const ImageSettings& settings,
    const BuildVariableNames& variables, const QString& command);

} // namespace miaobu
