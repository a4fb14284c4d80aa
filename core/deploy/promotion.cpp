#include "core/deploy/promotion.h"

#include "core/deploy/previews.h"
#include "core/deploy/route_record.h"

#include <exception>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

void warn(const QString& line) {
    qWarning("%s", qUtf8Printable(line));
}

} // namespace

Promotion::Promotion(const DeployContext& context) : m_context(context), m_functions(context) { }

QCoro::Task<> Promotion::promote(Project project, QList<Route> routes, Deployment deployment) const {
    const OpenTarget target = co_await m_context.parts.targets.open(deployment.target, {});
    const ManifestStore manifests(m_context.parts.home);
    const std::optional<Manifest> manifest = co_await manifests.find(target, deployment, {});
    if (!manifest) {
        throw Error(ErrorKind::DeploymentPurged, QString::number(deployment.number));
    }
    if (!deployment.app) {
        co_await promoteHosts(target, project, routes, deployment);
        co_return;
    }
    const FunctionChange change = co_await m_functions.pointAgain(target, project, deployment);
    deployment.app->endpoint = change.endpoint;
    m_context.save(deployment);
    // A project has one function: who follows the project is led to what it runs now, whatever host was asked for.
    for (const Route& route : m_context.routes().ofProject(project.id)) {
        if (route.target == deployment.target && (route.own || route.autoUpdate) && !routes.contains(route)) {
            routes.append(route);
        }
    }
    std::exception_ptr failure;
    try {
        co_await promoteHosts(target, project, routes, deployment);
    } catch (...) {
        failure = std::current_exception();
    }
    if (failure) {
        const std::optional<Deployment> now = m_context.deployments().find(deployment.id);
        if (!now || now->state != DeploymentState::Live) {
            co_await m_functions.putBack(change, warn);
        }
        std::rethrow_exception(failure);
    }
}

QCoro::Task<> Promotion::promoteHosts(
    OpenTarget target, Project project, QList<Route> routes, Deployment deployment) const {
    std::optional<Error> failure;
    for (const Route& route : std::as_const(routes)) {
        try {
            co_await promoteHost(target, project, route, deployment);
        } catch (const Error& error) {
            Error first = failure.value_or(error);
            first.alternatives.append(route.host);
            failure = first;
        }
    }
    if (failure) {
        throw Error(*failure);
    }
}

QCoro::Task<> Promotion::promoteHost(OpenTarget target, Project project, Route route, Deployment deployment) const {
    const Routing routing(m_context.limits);
    HostSwitch change = hostSwitch(m_context, target, route.host, deployment);
    if (!route.own) {
        co_await proveHost(m_context.parts.ownership, target.target, route.host);
    }
    change.previous = co_await routing.claimHost(target, route.host, project.slug);
    change.entry = entryFor(deployment, project.slug, change.previous, m_context.parts.clock.now());
    markPreview(m_context, target.target.name, route.host, change.entry);
    markDomain(m_context, route, change.entry);
    co_await routing.change(change, warn);
    route.deployment = deployment.id;
    recordRoute(m_context, route);
}

QCoro::Task<> Promotion::connectHost(OpenTarget target, Project project, Route route, Deployment deployment) const {
    const Routing routing(m_context.limits);
    const Routing::Note note = [](const QString& line) { qWarning("%s", qUtf8Printable(line)); };
    HostSwitch change;
    change.target = target;
    change.host = route.host;
    change.previous = co_await routing.claimHost(target, route.host, project.slug);
    change.entry = entryFor(deployment, project.slug, change.previous, m_context.parts.clock.now());
    markDomain(m_context, route, change.entry);
    std::exception_ptr failure;
    try {
        co_await routing.write(change);
        const QStringList hosts{route.host};
        co_await routing.purge(target, hosts, note);
    } catch (const Error&) {
        failure = std::current_exception();
    }
    if (failure) {
        co_await routing.restore(change, note);
        std::rethrow_exception(failure);
    }
    route.deployment = deployment.id;
    recordRoute(m_context, route);
}

std::optional<Deployment> previousComplete(const DeployContext& context, ProjectId project, const QString& target) {
    const std::optional<Deployment> live = context.deployments().live(project, target);
    for (const Deployment& deployment : context.deployments().ofProject(project)) {
        const bool isComplete = deployment.state == DeploymentState::Live || deployment.state == DeploymentState::Ready;
        if (live && isComplete && deployment.preview.isEmpty() && deployment.target == target
            && deployment.number < live->number) {
            return deployment;
        }
    }
    return std::nullopt;
}

} // namespace miaobu
