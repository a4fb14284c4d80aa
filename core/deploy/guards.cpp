#include "core/deploy/guards.h"

namespace miaobu {

Project projectOrThrow(const DeployContext& context, ProjectId id) {
    const std::optional<Project> project = context.projects().find(id);
    if (!project) {
        throw Error(ErrorKind::ProjectUnknown, QString::number(id));
    }
    return *project;
}

Deployment deploymentOrThrow(const DeployContext& context, DeploymentId id) {
    const std::optional<Deployment> deployment = context.deployments().find(id);
    if (!deployment) {
        throw Error(ErrorKind::DeploymentUnknown, QString::number(id));
    }
    return *deployment;
}

bool isComplete(const Deployment& deployment) {
    return deployment.state == DeploymentState::Live || deployment.state == DeploymentState::Ready;
}

void refuseBeingRemoved(const DeployContext& context, const Project& project) {
    if (context.removals().isBeingRemoved(project.id)) {
        throw Error(ErrorKind::ProjectBeingRemoved, project.slug);
    }
}

void refusePurgedAndIncomplete(const Deployment& deployment) {
    if (deployment.state == DeploymentState::Purged) {
        throw Error(ErrorKind::DeploymentPurged, QString::number(deployment.number));
    }
    if (!isComplete(deployment)) {
        throw Error(
            ErrorKind::DeploymentUnknown, QString::number(deployment.number), deploymentStateName(deployment.state));
    }
}

} // namespace miaobu
