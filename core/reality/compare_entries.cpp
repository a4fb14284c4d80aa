#include "core/deploy/guards.h"
#include "core/deploy/removal_plan.h"
#include "core/reality/comparison.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

bool canRestore(const DeployContext& context, DeploymentId id) {
    const std::optional<Deployment> deployment = context.deployments().find(id);
    return deployment && isComplete(*deployment);
}

std::optional<RealityFinding> compareRoute(
    const DeployContext& context, const Project& project, const Route& route, const CloudPicture& picture) {
    RealityFinding finding;
    finding.target = route.target;
    finding.subject = route.host;
    finding.slug = project.slug;
    finding.project = project.id;
    finding.here = route.deployment;
    const auto entry = picture.entries->constFind(route.host);
    if (entry == picture.entries->cend()) {
        finding.kind = RealityKind::EntryMissing;
        finding.fixes = {RealityFix::Adopt};
        if (route.deployment == 0) {
            return std::nullopt;
        }
    } else if (!entry->projectSlug.isEmpty() && entry->projectSlug != project.slug) {
        finding.kind = RealityKind::EntryForeign;
        finding.there = entry->deployment;
        finding.detail = entry->projectSlug;
        finding.fixes = {RealityFix::Adopt};
        return finding;
    } else {
        finding.kind = RealityKind::EntryDiffers;
        finding.there = entry->deployment;
        finding.fixes = {RealityFix::Adopt};
        if (entry->deployment == route.deployment) {
            return std::nullopt;
        }
    }
    if (canRestore(context, route.deployment)) {
        finding.fixes.append(RealityFix::Restore);
    }
    return finding;
}

/// Whether the bucket or a function may be what an entry of an unknown project leads to.
bool hasSomethingBehind(const RoutingEntry& entry, const CloudPicture& picture) {
    const bool mayHaveFunction = entry.type != u"static"_s
        && (!picture.functions || picture.functions->contains(functionName(entry.projectSlug)));
    return mayHaveFunction || !picture.slugs || picture.slugs->contains(entry.projectSlug);
}

std::optional<RealityFinding> compareUnknownHost(
    const RealityScope& scope, const QString& host, const RoutingEntry& entry, const CloudPicture& picture) {
    RealityFinding finding;
    finding.target = picture.target.name;
    finding.subject = host;
    finding.slug = entry.projectSlug;
    finding.there = entry.deployment;
    if (const Project* project = scope.find(entry.projectSlug)) {
        finding.kind = RealityKind::EntryUnknown;
        finding.project = project->id;
        finding.fixes = {RealityFix::Adopt, RealityFix::Remove};
        return finding;
    }
    const bool isOthers = scope.knownSlugs.contains(entry.projectSlug) || entry.projectSlug.isEmpty();
    if (!scope.isWhole || isOthers || hasSomethingBehind(entry, picture)) {
        return std::nullopt;
    }
    finding.kind = RealityKind::EntryStray;
    finding.fixes = {RealityFix::Remove};
    return finding;
}

} // namespace

QList<RealityFinding> compareEntries(
    const DeployContext& context, const RealityScope& scope, const CloudPicture& picture) {
    QList<RealityFinding> findings;
    if (!picture.entries) {
        return findings;
    }
    QStringList known;
    for (const Project& project : scope.projects) {
        for (const Route& route : context.routes().ofProject(project.id)) {
            if (route.target != picture.target.name) {
                continue;
            }
            known.append(route.host);
            if (const auto finding = compareRoute(context, project, route, picture)) {
                findings.append(*finding);
            }
        }
    }
    for (auto entry = picture.entries->cbegin(); entry != picture.entries->cend(); ++entry) {
        if (known.contains(entry.key())) {
            continue;
        }
        if (const auto finding = compareUnknownHost(scope, entry.key(), *entry, picture)) {
            findings.append(*finding);
        }
    }
    return findings;
}

bool isLedTo(const QMap<QString, RoutingEntry>& entries, const QString& slug, DeploymentId deployment) {
    return std::ranges::any_of(entries, [&slug, deployment](const RoutingEntry& entry) {
        return entry.projectSlug == slug && (deployment == 0 || entry.deployment == deployment);
    });
}

} // namespace miaobu
