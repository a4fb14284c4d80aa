#include "core/deploy/removal_plan.h"
#include "core/model/target.h"
#include "core/reality/comparison.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

RealityFinding findingOf(RealityKind kind, const QString& target, const QString& subject, RealityFix fix) {
    RealityFinding finding;
    finding.kind = kind;
    finding.target = target;
    finding.subject = subject;
    finding.fixes = {fix};
    return finding;
}

/// A name below the base domain is the site's own and needs no hostname of its own.
bool needsHostname(const Route& route, const Target& target) {
    return !route.own && route.target == target.name && !route.host.endsWith(u'.' + target.baseDomain);
}

QList<RealityFinding> compareHostnames(
    const DeployContext& context, const RealityScope& scope, const CloudPicture& picture) {
    QList<RealityFinding> findings;
    QStringList there;
    for (const CustomHostname& hostname : *picture.hostnames) {
        there.append(hostname.host);
        const bool leadsNowhere = picture.entries && !picture.entries->contains(hostname.host)
            && !context.routes().find(hostname.host, picture.target.name);
        if (scope.isWhole && leadsNowhere) {
            findings.append(
                findingOf(RealityKind::HostnameStray, picture.target.name, hostname.host, RealityFix::Remove));
        }
    }
    for (const Project& project : scope.projects) {
        for (const Route& route : context.routes().ofProject(project.id)) {
            if (needsHostname(route, picture.target) && !there.contains(route.host)) {
                RealityFinding finding
                    = findingOf(RealityKind::HostnameMissing, picture.target.name, route.host, RealityFix::Restore);
                finding.slug = project.slug;
                finding.project = project.id;
                finding.here = route.deployment;
                findings.append(finding);
            }
        }
    }
    return findings;
}

/// The web app of \a project that answers somebody on \a target; nothing when it is a static site there.
std::optional<Deployment> liveWebApp(const DeployContext& context, const Project& project, const QString& target) {
    for (const Deployment& deployment : context.deployments().ofProject(project.id)) {
        if (isWebApp(deployment.plan.kind) && deployment.target == target
            && deployment.state == DeploymentState::Live) {
            return deployment;
        }
    }
    return std::nullopt;
}

/// Whether this computer, an entry or the bucket knows of \a slug: then it is no stray.
bool isKnown(const RealityScope& scope, const CloudPicture& picture, const QString& slug) {
    return scope.knownSlugs.contains(slug) || !picture.entries || isLedTo(*picture.entries, slug, 0) || !picture.slugs
        || picture.slugs->contains(slug);
}

QList<RealityFinding> compareFunctions(
    const DeployContext& context, const RealityScope& scope, const CloudPicture& picture) {
    QList<RealityFinding> findings;
    for (const Project& project : scope.projects) {
        const std::optional<Deployment> live = liveWebApp(context, project, picture.target.name);
        if (live && !picture.functions->contains(functionName(project.slug))) {
            RealityFinding finding;
            finding.kind = RealityKind::FunctionMissing;
            finding.target = picture.target.name;
            finding.subject = functionName(project.slug);
            finding.slug = project.slug;
            finding.project = project.id;
            finding.here = live->id;
            finding.fixes = {RealityFix::Restore};
            findings.append(finding);
        }
    }
    for (const QString& name : *picture.functions) {
        if (scope.isWhole && !isKnown(scope, picture, name.sliced(functionName({}).size()))) {
            findings.append(findingOf(RealityKind::FunctionStray, picture.target.name, name, RealityFix::Remove));
        }
    }
    return findings;
}

QList<RealityFinding> compareRoutine(const CloudPicture& picture) {
    const RoutineStatus& status = *picture.routine;
    const QString& target = picture.target.name;
    switch (status.production) {
    case RoutineStatus::Production::Missing:
        return {findingOf(RealityKind::RoutineMissing, target, status.name, RealityFix::Restore)};
    case RoutineStatus::Production::Other:
        return {findingOf(RealityKind::RoutineDiffers, target, status.name, RealityFix::Restore)};
    case RoutineStatus::Production::Ours:
        break;
    }
    if (status.isRouted) {
        return {};
    }
    return {findingOf(RealityKind::RoutineUnrouted, target, status.name, RealityFix::Restore)};
}

} // namespace

QList<RealityFinding> compareOthers(
    const DeployContext& context, const RealityScope& scope, const CloudPicture& picture) {
    QList<RealityFinding> findings;
    if (picture.hostnames) {
        findings.append(compareHostnames(context, scope, picture));
    }
    if (picture.functions) {
        findings.append(compareFunctions(context, scope, picture));
    }
    if (picture.routine) {
        findings.append(compareRoutine(picture));
    }
    return findings;
}

} // namespace miaobu
