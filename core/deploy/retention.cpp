#include "core/deploy/retention.h"

#include "core/deploy/publisher.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace miaobu {

QList<Deployment> deploymentsToPurge(const QList<Deployment>& deployments, const QList<Route>& routes, int keep) {
    QSet<DeploymentId> answering;
    for (const Route& route : routes) {
        answering.insert(route.deployment);
    }
    QList<Deployment> old;
    int complete = 0;
    for (const Deployment& deployment : deployments) {
        const bool isComplete = deployment.state == DeploymentState::Live || deployment.state == DeploymentState::Ready;
        if (!isComplete || ++complete <= keep) {
            continue;
        }
        if (deployment.state == DeploymentState::Ready && !deployment.pinned && !answering.contains(deployment.id)) {
            old.append(deployment);
        }
    }
    return old;
}

bool hasLeftovers(const Deployment& deployment) {
    const bool isIncomplete
        = deployment.state == DeploymentState::Failed || deployment.state == DeploymentState::Interrupted;
    return isIncomplete && deployment.stage >= Stage::Publish && !deployment.objectPrefix.isEmpty();
}

Retention::Retention(const DeployContext& context) : m_context(context), m_functions(context) { }

QCoro::Task<> Retention::apply(
    OpenTarget target, ProjectId project, QSet<DeploymentId> spared, std::stop_token stop) const {
    QList<Deployment> onTarget = m_context.deployments().ofProject(project);
    onTarget.removeIf([&target](const Deployment& deployment) { return deployment.target != target.target.name; });
    const QList<Deployment> old
        = deploymentsToPurge(onTarget, m_context.routes().ofProject(project), m_context.limits.keep);
    for (const Deployment& deployment : old) {
        if (spared.contains(deployment.id)) {
            continue;
        }
        co_await removeFiles(target, deployment, stop);
        Deployment purged = deployment;
        purged.state = DeploymentState::Purged;
        m_context.save(purged);
    }
    for (const Deployment& deployment : std::as_const(onTarget)) {
        if (hasLeftovers(deployment)) {
            co_await removeFiles(target, deployment, stop);
            Deployment cleared = deployment;
            cleared.objectPrefix.clear();
            m_context.save(cleared);
        }
    }
}

QCoro::Task<> Retention::removeFiles(OpenTarget target, Deployment deployment, std::stop_token stop) const {
    // Another computer may have promoted it: the entries are the truth.
    const QList<Route> routes = m_context.routes().ofProject(deployment.project);
    for (const Route& route : routes) {
        if (route.target != deployment.target) {
            continue;
        }
        const std::optional<RoutingEntry> entry = co_await target.router->readEntry(route.host, stop);
        if (entry && entry->deployment == deployment.id) {
            throw Error(ErrorKind::DeploymentProtected, route.host);
        }
    }
    co_await removeObjects(target, deployment.objectPrefix, stop);
    const std::optional<Project> project = m_context.projects().find(deployment.project);
    if (project) {
        co_await m_functions.removeImage(target, *project, deployment, stop);
    }
    ManifestStore(m_context.parts.home).forget(deployment.id);
}

} // namespace miaobu
