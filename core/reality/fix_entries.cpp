// What can be done about hosts and who answers them.
#include "core/deploy/guards.h"
#include "core/deploy/route_record.h"
#include "core/model/target.h"
#include "core/reality/reality_fixes.h"

using namespace Qt::StringLiterals;

namespace miaobu {

QCoro::Task<> RealityFixes::adoptEntry(OpenTarget target, RealityFinding finding, std::stop_token stop) const {
    const Project project = projectOf(finding);
    const std::optional<RoutingEntry> entry = co_await target.router->readEntry(finding.subject, stop);
    const bool isOurs = entry && (entry->projectSlug.isEmpty() || entry->projectSlug == project.slug);
    if (!isOurs || entry->deployment == 0) {
        forgetHost(target, finding);
        co_return;
    }
    const std::optional<Deployment> stored = m_context.deployments().find(entry->deployment);
    Deployment deployment = stored.value_or(Deployment());
    if (!stored || !isComplete(*stored)) {
        deployment = co_await m_rebuild.deployment(target, project, entry->deployment, stop);
    }
    const std::optional<Route> known = m_context.routes().find(finding.subject, target.target.name);
    // What robots are kept away from is a preview, which follows no other deployment.
    const bool isPreview = entry->others.value(entrymember::noindex).toBool();
    const bool isOwn = finding.subject == siteHost(target.target, project.slug);
    Route route = known.value_or(Route{finding.subject, project.id, target.target.name, 0, isOwn, !isPreview});
    route.deployment = deployment.id;
    recordRoute(m_context, route);
}

void RealityFixes::forgetHost(const OpenTarget& target, const RealityFinding& finding) const {
    const std::optional<Route> known = m_context.routes().find(finding.subject, target.target.name);
    if (known && !known->own && finding.kind == RealityKind::EntryMissing) {
        // A person's own domain stays theirs, answered by nothing until the next deployment.
        Route unanswered = *known;
        unanswered.deployment = 0;
        recordRoute(m_context, unanswered);
    } else {
        forgetRoute(m_context, finding.project, finding.subject, target.target.name);
    }
}

QCoro::Task<> RealityFixes::restoreEntry(OpenTarget target, RealityFinding finding) const {
    const Project project = projectOf(finding);
    const std::optional<Route> route = m_context.routes().find(finding.subject, target.target.name);
    if (!route) {
        throw Error(ErrorKind::HostUnknown, finding.subject);
    }
    const Deployment deployment = deploymentOrThrow(m_context, route->deployment);
    refusePurgedAndIncomplete(deployment);
    const QList<Route> routes{*route};
    co_await m_promotion.promote(project, routes, deployment);
}

QCoro::Task<> RealityFixes::removeEntry(OpenTarget target, RealityFinding finding, std::stop_token stop) const {
    const std::optional<RoutingEntry> entry = co_await target.router->readEntry(finding.subject, stop);
    if (!entry) {
        co_return;
    }
    if (entry->projectSlug != finding.slug || m_context.routes().find(finding.subject, target.target.name)) {
        throw Error(ErrorKind::Conflict, finding.subject, u"a site has it meanwhile"_s);
    }
    co_await target.router->removeEntry(finding.subject, stop);
    const QStringList hosts{finding.subject};
    co_await target.router->purge(hosts, stop);
}

} // namespace miaobu
