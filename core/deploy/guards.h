#pragma once

#include "core/deploy/context.h"

namespace miaobu {

// What is looked at before something is begun.

/// \throws Error(ProjectUnknown)
[[nodiscard]] Project projectOrThrow(const DeployContext& context, ProjectId id);
/// \throws Error(DeploymentUnknown)
[[nodiscard]] Deployment deploymentOrThrow(const DeployContext& context, DeploymentId id);
/// Live or Ready
[[nodiscard]] bool isComplete(const Deployment& deployment);
/// \throws Error(ProjectBeingRemoved)
void refuseBeingRemoved(const DeployContext& context, const Project& project);
/// \throws Error(DeploymentPurged), Error(DeploymentUnknown)
void refusePurgedAndIncomplete(const Deployment& deployment);

} // namespace miaobu
