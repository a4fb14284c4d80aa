// What can be done about files in the bucket and deployments that have lost theirs.
#include "core/deploy/guards.h"
#include "core/deploy/publisher.h"
#include "core/reality/comparison.h"
#include "core/reality/reality_fixes.h"

using namespace Qt::StringLiterals;

namespace miaobu {

QCoro::Task<> RealityFixes::adoptFiles(OpenTarget target, RealityFinding finding, std::stop_token stop) const {
    if (finding.kind == RealityKind::ProjectUnknown) {
        const auto report = std::make_shared<RebuildReport>();
        co_await m_rebuild.project(target, finding.slug, report, stop);
        co_return;
    }
    const Project project = projectOf(finding);
    if (finding.kind == RealityKind::FilesUnknown) {
        co_await m_rebuild.deployment(target, project, finding.there, stop);
        co_return;
    }
    Deployment deployment = deploymentOrThrow(m_context, finding.here);
    if (deployment.state != DeploymentState::Ready) {
        throw Error(ErrorKind::DeploymentProtected, QString::number(deployment.number));
    }
    deployment.state = DeploymentState::Purged;
    m_context.save(deployment);
}

QCoro::Task<> RealityFixes::restoreManifest(OpenTarget target, RealityFinding finding, std::stop_token stop) const {
    const Deployment deployment = deploymentOrThrow(m_context, finding.here);
    const ManifestStore manifests(m_context.parts.home);
    const std::optional<Manifest> copy = manifests.copyHere(deployment.id);
    if (!copy) {
        throw Error(ErrorKind::NotFound, finding.subject, u"its manifest is kept nowhere"_s);
    }
    co_await manifests.write(target, *copy, deployment.objectPrefix, stop);
}

QCoro::Task<> RealityFixes::removeFiles(OpenTarget target, RealityFinding finding, std::stop_token stop) const {
    // Whoever is led to them by now, here or from another computer: the entries are the truth. One that cannot be read might be it.
    const auto broken = [](const Error& error) { throw Error(error); };
    const QMap<QString, RoutingEntry> entries = co_await readEntries(target, broken, stop);
    if (isLedTo(entries, finding.slug, finding.there)) {
        throw Error(ErrorKind::DeploymentProtected, finding.subject);
    }
    const bool isStored
        = finding.kind == RealityKind::ProjectUnknown && m_context.projects().findBySlug(finding.slug).has_value();
    const std::optional<Deployment> deployment = m_context.deployments().find(finding.there);
    if (isStored || (deployment && (isComplete(*deployment) || isActive(deployment->state)))) {
        throw Error(ErrorKind::DeploymentProtected, finding.subject);
    }
    co_await removeObjects(target, finding.subject, stop);
}

} // namespace miaobu
