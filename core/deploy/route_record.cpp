#include "core/deploy/route_record.h"

#include "core/deploy/guards.h"
#include "core/store/domain_table.h"
#include "core/store/preview_table.h"
#include "core/store/transaction.h"

#include <QSet>

namespace miaobu {

RoutingEntry entryFor(const Deployment& deployment, const QString& slug, const std::optional<RoutingEntry>& previous,
    const QDateTime& now) {
    RoutingEntry entry = previous.value_or(RoutingEntry());
    const bool isNode = deployment.plan.kind == ProjectKind::NodeServer;
    entry.type = !deployment.app ? QStringLiteral("static")
        : isNode                 ? QStringLiteral("node")
                                 : QStringLiteral("python");
    entry.objectPath = deployment.app ? QString() : deployment.objectPrefix;
    entry.functionEndpoint = deployment.app ? deployment.app->endpoint : QString();
    entry.projectSlug = slug;
    entry.deployment = deployment.id;
    entry.commit = deployment.revision.commit;
    entry.updatedAt = now;
    entry.isSpa = deployment.plan.isSpa;
    return entry;
}

void markDomain(const DeployContext& context, const Route& route, RoutingEntry& entry) {
    if (route.own || PreviewTable(context.parts.database).ofHost(route.host, route.target)) {
        return;
    }
    if (route.autoUpdate) {
        entry.others.remove(entrymember::pinned);
    } else {
        entry.others.insert(entrymember::pinned, true);
    }
    if (const auto domain = DomainTable(context.parts.database).find(route.host, route.target)) {
        entry.others.insert(entrymember::ownership, domain->token);
    }
}

HostSwitch hostSwitch(
    const DeployContext& context, const OpenTarget& target, const QString& host, const Deployment& deployment) {
    Announcements* announcements = &context.announcements;
    const auto reached = [announcements, host, project = deployment.project, id = deployment.id](
                             HostStage stage) { emit announcements->hostProgressed({project, id, host, stage}); };
    return {target, host, {}, {}, reached};
}

namespace {

/// A complete deployment is Live while it answers any host, and Ready otherwise. Gives those that changed, which are stored.
QList<Deployment> refreshStates(const DeployContext& context, ProjectId project, const QString& target) {
    QSet<DeploymentId> answering;
    for (const Route& route : context.routes().ofProject(project)) {
        answering.insert(route.deployment);
    }
    QList<Deployment> changed;
    for (Deployment deployment : context.deployments().ofProject(project)) {
        const DeploymentState state
            = answering.contains(deployment.id) ? DeploymentState::Live : DeploymentState::Ready;
        if (deployment.target == target && isComplete(deployment) && deployment.state != state) {
            deployment.state = state;
            context.deployments().update(deployment);
            changed.append(deployment);
        }
    }
    return changed;
}

void tell(const DeployContext& context, ProjectId project, const QList<Deployment>& changed) {
    for (const Deployment& deployment : changed) {
        emit context.announcements.deploymentChanged(deployment);
    }
    emit context.announcements.routesChanged(project);
}

} // namespace

QCoro::Task<> proveHost(HostOwnership* ownership, Target target, QString host) {
    if (ownership && !host.endsWith(u'.' + target.baseDomain)) {
        co_await ownership->prove(host, target.name, {});
    }
}

void recordRoute(const DeployContext& context, const Route& route, const std::optional<Deployment>& finished) {
    Transaction transaction(context.parts.database.connection());
    if (finished) {
        Deployment complete = *finished;
        complete.state = DeploymentState::Ready;
        context.deployments().update(complete);
    }
    context.routes().put(route);
    const QList<Deployment> changed = refreshStates(context, route.project, route.target);
    transaction.commit();
    tell(context, route.project, changed);
}

void forgetRoute(const DeployContext& context, ProjectId project, const QString& host, const QString& target) {
    Transaction transaction(context.parts.database.connection());
    context.routes().remove(host, target);
    const QList<Deployment> changed = refreshStates(context, project, target);
    transaction.commit();
    tell(context, project, changed);
}

} // namespace miaobu
