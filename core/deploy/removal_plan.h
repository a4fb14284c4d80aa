#pragma once

#include "core/deploy/context.h"
#include "core/model/removal.h"

namespace miaobu {

/// Everything that \a project may have in the cloud and has here, as this computer knows it: for every target it was deployed to, in the
/// order of RemovalPart. Asks nobody, so that it can be made for a target that cannot be reached or is no longer known.
[[nodiscard]] QList<RemovalStep> planRemoval(const DeployContext& context, const Project& project);

} // namespace miaobu
