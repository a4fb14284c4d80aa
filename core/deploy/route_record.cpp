#include "core/deploy/route_record.h"

#include "core/store/transaction.h"

#include <QSet>

namespace miaobu {

RoutingEntry entryFor(const Deployment& deployment, const QString& slug, const std::optional<RoutingEntry>& previous,
    const QDateTime& now) {
    RoutingEntry entry = previous.value_or(RoutingEntry());
    entry.type = QStringLiteral("static");
    entry.objectPath = deployment.objectPrefix;
    entry.functionEndpoint.clear();
    entry.projectSlug = slug;
    entry.deployment = deployment.id;
    entry.commit = deployment.revision.commit;
    entry.updatedAt = now;
    entry.isSpa = deployment.plan.isSpa;
    return entry;
}

void recordRoute(const DeployContext& context, const Route& route, const std::optional<Deployment>& finished) {
    QList<Deployment> changed;
    Transaction transaction(context.parts.database.connection());
    if (finished) {
        Deployment complete = *finished;
        complete.state = DeploymentState::Ready;
        context.deployments().update(complete);
    }
    context.routes().put(route);
    QSet<DeploymentId> answering;
    for (const Route& other : context.routes().ofProject(route.project)) {
        answering.insert(other.deployment);
    }
    for (Deployment deployment : context.deployments().ofProject(route.project)) {
        const bool isComplete = deployment.state == DeploymentState::Live || deployment.state == DeploymentState::Ready;
        const DeploymentState state
            = answering.contains(deployment.id) ? DeploymentState::Live : DeploymentState::Ready;
        if (deployment.target == route.target && isComplete && deployment.state != state) {
            deployment.state = state;
            context.deployments().update(deployment);
            changed.append(deployment);
        }
    }
    transaction.commit();
    for (const Deployment& deployment : std::as_const(changed)) {
        emit context.announcements.deploymentChanged(deployment);
    }
    emit context.announcements.routesChanged(route.project);
}

} // namespace miaobu
