#pragma once

#include "core/deploy/context.h"

namespace miaobu {

class DeployerWork;

// What is looked at before something is begun.

/// \throws Error(ProjectUnknown)
[[nodiscard]] Project projectOrThrow(const DeployContext& context, ProjectId id);
/// \throws Error(DeploymentUnknown)
[[nodiscard]] Deployment deploymentOrThrow(const DeployContext& context, DeploymentId id);
/// Live or Ready
[[nodiscard]] bool isComplete(const Deployment& deployment);
/// \throws Error(DeploymentActive) while a deployment of \a project (on \a target; empty: on any), here or in another process, could
/// meet what is to be done.
void refuseBesideActive(const DeployerWork& work, ProjectId project, const QString& target);
/// \throws Error(ProjectBeingRemoved)
void refuseBeingRemoved(const DeployContext& context, const Project& project);
/// \throws Error(DeploymentPurged), Error(DeploymentUnknown)
void refusePurgedAndIncomplete(const Deployment& deployment);

} // namespace miaobu
