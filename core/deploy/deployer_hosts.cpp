// What the deployer does with the hosts of a project beside deploying to them.
#include "core/deploy/deployer.h"
#include "core/deploy/deployer_work.h"
#include "core/deploy/guards.h"
#include "core/deploy/route_record.h"
#include "core/store/preview_table.h"

namespace miaobu {

namespace {

/// What deploys to the host of \a route.
Lane laneOf(const DeployContext& context, const Route& route) {
    const std::optional<Preview> preview = PreviewTable(context.parts.database).ofHost(route.host, route.target);
    return {route.project, preview ? preview->name : QString()};
}

} // namespace

OperationId Deployer::promote(const QString& host, DeploymentId id) {
    const DeployContext& context = m_work->context();
    const Deployment deployment = deploymentOrThrow(context, id);
    const Project project = projectOrThrow(context, deployment.project);
    refuseBeingRemoved(context, project);
    const std::optional<Route> route = context.routes().find(host, deployment.target);
    if (!route || route->project != project.id) {
        throw Error(ErrorKind::HostUnknown, host);
    }
    refusePurgedAndIncomplete(deployment);
    m_work->refuseBesideActive(laneOf(context, *route), deployment.target);
    const QList<Route> routes{*route};
    return m_work->begin(project.id,
        [this, project, routes, deployment] { return m_work->promotion().promote(project, routes, deployment); });
}

OperationId Deployer::serve(const QString& host, const QString& target, DeploymentId pinned) {
    const DeployContext& context = m_work->context();
    std::optional<Route> route = context.routes().find(host, target);
    if (!route || route->own) {
        throw Error(ErrorKind::HostUnknown, host);
    }
    const Project project = projectOrThrow(context, route->project);
    refuseBeingRemoved(context, project);
    const std::optional<Deployment> deployment
        = pinned == 0 ? context.deployments().live(project.id, target) : context.deployments().find(pinned);
    if (!deployment || deployment->project != project.id || deployment->target != target) {
        throw Error(ErrorKind::DeploymentUnknown, pinned == 0 ? QString() : QString::number(pinned));
    }
    refusePurgedAndIncomplete(*deployment);
    m_work->refuseBesideActive(laneOf(context, *route), target);
    route->autoUpdate = pinned == 0;
    const QList<Route> routes{*route};
    return m_work->begin(project.id,
        [this, project, routes, deployment] { return m_work->promotion().promote(project, routes, *deployment); });
}

QCoro::Task<> Deployer::connectHost(OpenTarget target, Route route, Deployment deployment) {
    const Project project = projectOrThrow(m_work->context(), route.project);
    refuseBeingRemoved(m_work->context(), project);
    co_await m_work->promotion().connectHost(target, project, route, deployment);
}

void Deployer::dropHost(ProjectId project, const QString& host, const QString& target) {
    forgetRoute(m_work->context(), project, host, target);
}

OperationId Deployer::rollBack(ProjectId projectId, DeploymentId id) {
    const DeployContext& context = m_work->context();
    const Project project = projectOrThrow(context, projectId);
    refuseBeingRemoved(context, project);
    const std::optional<Deployment> found
        = id == 0 ? previousComplete(context, projectId, project.target) : context.deployments().find(id);
    if (!found || found->project != projectId) {
        throw Error(ErrorKind::DeploymentUnknown, id == 0 ? QString() : QString::number(id));
    }
    refusePurgedAndIncomplete(*found);
    m_work->refuseBesideActive(Lane{projectId, {}}, found->target);
    QList<Route> routes = context.routes().ofProject(projectId);
    routes.removeIf(
        [&found](const Route& route) { return route.target != found->target || (!route.own && !route.autoUpdate); });
    return m_work->begin(
        projectId, [this, project, routes, found] { return m_work->promotion().promote(project, routes, *found); });
}

} // namespace miaobu
