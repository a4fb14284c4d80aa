#include "core/deploy/guards.h"
#include "core/deploy/manifest_store.h"
#include "core/reality/comparison.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

RealityFinding findingOf(RealityKind kind, const Project& project, const QString& target, DeploymentId id) {
    RealityFinding finding;
    finding.kind = kind;
    finding.target = target;
    finding.subject = u"projects/%1/%2"_s.arg(project.slug).arg(id);
    finding.slug = project.slug;
    finding.project = project.id;
    return finding;
}

/// "3 of 12 files are gone"; empty when none is.
QString missingText(const Manifest& manifest, const FileSizes& files) {
    int missing = 0;
    for (const ManifestFile& file : manifest.files) {
        missing += files.value(file.path, -1) == file.size ? 0 : 1;
    }
    return missing == 0 ? QString() : u"%1 of %2 files are gone"_s.arg(missing).arg(manifest.files.size());
}

/// What is wrong with a deployment that is complete here; nothing when it is whole.
QCoro::Task<std::optional<RealityFinding>> compareComplete(const DeployContext* context, Project project,
    Deployment deployment, FileSizes files, OpenTarget target, std::stop_token stop) {
    RealityFinding finding = findingOf(RealityKind::FilesMissing, project, target.target.name, deployment.id);
    finding.here = deployment.id;
    const ManifestStore manifests(context->parts.home);
    if (!files.contains(manifestObjectName)) {
        finding.detail = u"the manifest is gone"_s;
        const std::optional<Manifest> copy = manifests.copyHere(deployment.id);
        if (copy && missingText(*copy, files).isEmpty()) {
            finding.fixes.append(RealityFix::Restore);
        }
    } else {
        try {
            const std::optional<Manifest> manifest = co_await manifests.find(target, deployment, stop);
            finding.detail = manifest ? missingText(*manifest, files) : u"the manifest is gone"_s;
        } catch (const Error& error) {
            if (error.kind != ErrorKind::MalformedResponse) {
                throw;
            }
            finding.detail = u"the manifest cannot be read"_s;
        }
    }
    if (deployment.state == DeploymentState::Ready) {
        finding.fixes.append(RealityFix::Adopt);
    }
    co_return finding.detail.isEmpty() ? std::nullopt : std::optional(finding);
}

/// A deployment that failed or was interrupted may be resumed: what it has left is no leftover.
bool isOver(const Deployment& deployment) {
    return deployment.state == DeploymentState::Cancelled || deployment.state == DeploymentState::Purged;
}

QList<RealityFinding> compareRest(
    const DeployContext& context, const Project& project, const BucketFiles& files, const CloudPicture& picture) {
    QList<RealityFinding> findings;
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        const std::optional<Deployment> deployment = context.deployments().find(it.key());
        if (deployment && !isOver(*deployment)) {
            continue;
        }
        RealityFinding finding = findingOf(deployment ? RealityKind::FilesLeftover : RealityKind::FilesUnknown, project,
            picture.target.name, it.key());
        finding.there = it.key();
        if (!deployment && it->contains(manifestObjectName)) {
            finding.fixes.append(RealityFix::Adopt);
        }
        if (picture.entries && !isLedTo(*picture.entries, project.slug, it.key())) {
            finding.fixes.append(RealityFix::Remove);
        }
        findings.append(finding);
    }
    return findings;
}

QList<RealityFinding> compareSlugs(const RealityScope& scope, const CloudPicture& picture) {
    QList<RealityFinding> findings;
    for (const QString& slug : picture.slugs.value_or(QStringList())) {
        if (scope.knownSlugs.contains(slug)) {
            continue;
        }
        RealityFinding finding;
        finding.kind = RealityKind::ProjectUnknown;
        finding.target = picture.target.name;
        finding.subject = u"projects/"_s + slug;
        finding.slug = slug;
        finding.fixes = {RealityFix::Adopt};
        if (picture.entries && !isLedTo(*picture.entries, slug, 0)) {
            finding.fixes.append(RealityFix::Remove);
        }
        findings.append(finding);
    }
    return findings;
}

} // namespace

QCoro::Task<QList<RealityFinding>> compareFiles(
    const DeployContext* context, RealityScope scope, OpenTarget target, CloudPicture picture, std::stop_token stop) {
    QList<RealityFinding> findings;
    if (!picture.files) {
        co_return findings;
    }
    for (const Project& project : std::as_const(scope.projects)) {
        const BucketFiles files = picture.files->value(project.slug);
        const QList<Deployment> deployments = context->deployments().ofProject(project.id);
        for (const Deployment& deployment : deployments) {
            const bool isPublished
                = isComplete(deployment) && !deployment.objectPrefix.isEmpty() && !isWebApp(deployment.plan.kind);
            if (deployment.target != target.target.name || !isPublished) {
                continue;
            }
            const FileSizes sizes = files.value(deployment.id);
            const std::optional<RealityFinding> found
                = co_await compareComplete(context, project, deployment, sizes, target, stop);
            if (found) {
                findings.append(*found);
            }
        }
        findings.append(compareRest(*context, project, files, picture));
    }
    findings.append(compareSlugs(scope, picture));
    co_return findings;
}

} // namespace miaobu
