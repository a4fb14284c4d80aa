#include "core/reality/rebuild_hosts.h"

#include "core/deploy/guards.h"
#include "core/deploy/route_record.h"
#include "core/model/custom_domain.h"
#include "core/model/preview.h"
#include "core/store/domain_table.h"
#include "core/store/preview_table.h"

namespace miaobu {

namespace {

/// The name of the preview of \a slug that has \a host; empty: it is none's.
QString previewNameIn(const Target& target, const QString& slug, const QString& host, const RoutingEntry& entry) {
    const QString begin = slug + u'-';
    const QString end = u'.' + target.baseDomain;
    if (!entry.others.value(entrymember::noindex).toBool() || !host.startsWith(begin) || !host.endsWith(end)) {
        return {};
    }
    const QString name = host.sliced(begin.size()).chopped(end.size());
    return isValidPreviewName(slug, name) ? name : QString();
}

} // namespace

QCoro::Task<> RebuildHosts::adopt(OpenTarget target, QStringList slugs, QHash<DeploymentId, QString> branches,
    std::shared_ptr<RebuildReport> report, std::stop_token stop) const {
    const auto broken = [report](const Error& error) { report->skipped.append({error.subject, error}); };
    const QMap<QString, RoutingEntry> entries = co_await readEntries(target, broken, stop);
    for (auto it = entries.cbegin(); it != entries.cend(); ++it) {
        const std::optional<Project> project
            = slugs.contains(it->projectSlug) ? m_context.projects().findBySlug(it->projectSlug) : std::nullopt;
        const std::optional<Deployment> deployment = m_context.deployments().find(it->deployment);
        const bool isTheirs = project && deployment && deployment->project == project->id && isComplete(*deployment)
            && deployment->target == target.target.name;
        if (isTheirs && !m_context.routes().find(it.key(), target.target.name)) {
            const DeploymentId ofSite = entries.value(siteHost(target.target, project->slug)).deployment;
            adoptHost(
                target.target, {it.key(), *it, *project, *deployment}, ofSite, branches.value(deployment->id), *report);
        }
    }
}

void RebuildHosts::adoptHost(
    const Target& target, Host host, DeploymentId ofSite, const QString& branch, RebuildReport& report) const {
    Route route{host.name, host.project.id, target.name, host.deployment.id, false, true};
    route.own = host.name == siteHost(target, host.project.slug);
    const QString preview = previewNameIn(target, host.project.slug, host.name, host.entry);
    if (!preview.isEmpty()) {
        route.autoUpdate = false;
        if (host.deployment.preview.isEmpty() && host.deployment.id != ofSite) {
            // Made before manifests told it.
            host.deployment.preview = preview;
            m_context.deployments().update(host.deployment);
        }
        adoptPreview(target, host, preview, branch);
        ++report.addedPreviews;
    } else if (!route.own) {
        // What answers with something else than the site is not to be moved by the next deployment.
        const bool isElsewhere = ofSite != 0 && host.deployment.id != ofSite;
        route.autoUpdate = !host.entry.others.value(entrymember::pinned).toBool(isElsewhere);
        adoptDomain(target, host);
        ++report.addedDomains;
    }
    recordRoute(m_context, route);
    ++report.addedRoutes;
}

void RebuildHosts::adoptPreview(
    const Target& target, const Host& host, const QString& name, const QString& branch) const {
    const PreviewTable previews(m_context.parts.database);
    if (previews.find(host.project.id, target.name, name)) {
        return;
    }
    previews.put({host.project.id, target.name, name, host.name, branch, host.entry.others.contains(entrymember::gate),
        host.deployment.createdAt});
}

void RebuildHosts::adoptDomain(const Target& target, const Host& host) const {
    const DomainTable domains(m_context.parts.database);
    if (domains.find(host.name, target.name)) {
        return;
    }
    // From its first stage on: what is as it was is found to be so, and what is not is said.
    CustomDomain domain;
    domain.host = host.name;
    domain.target = target.name;
    domain.project = host.project.id;
    domain.isBelowBase = host.name.endsWith(u'.' + target.baseDomain);
    const QString token = host.entry.others.value(entrymember::ownership).toString();
    domain.token = isOwnershipToken(token) ? token : newOwnershipToken();
    domain.createdAt = m_context.parts.clock.now();
    domains.insert(domain);
}

} // namespace miaobu
