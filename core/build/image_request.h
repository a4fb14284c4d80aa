#pragma once

#include "core/build/image_settings.h"
#include "core/model/build_plan.h"
#include "core/model/environment_variable.h"

namespace miaobu {

struct ImageRequest {
    QString sourceDirectory; ///< The fresh checkout; rootDirectory of the plan lies below it.
    BuildPlan plan; ///< Of kind Python or NodeServer
    QList<EnvironmentVariable> variables; ///< All of them: the build gets those with atBuild, and no other.
    QString slug;
    QString tag; ///< Never used before for this slug: "42-1f6d03a".
    ImageSettings settings;
    QStringList secrets; ///< Masked in what is kept of the output, as secret variables are.
};

} // namespace miaobu
