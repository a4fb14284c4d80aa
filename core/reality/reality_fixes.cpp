#include "core/reality/reality_fixes.h"

#include "core/deploy/guards.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

[[noreturn]] void refuse(const RealityFinding& finding, RealityFix fix) {
    throw Error(ErrorKind::InvalidInput, finding.subject,
        realityFixName(fix) + u" is no answer to "_s + realityKindName(finding.kind));
}

} // namespace

RealityFixes::RealityFixes(const DeployContext& context, const Rebuild& rebuild)
    : m_context(context), m_rebuild(rebuild), m_promotion(context) { }

Project RealityFixes::projectOf(const RealityFinding& finding) const {
    return projectOrThrow(m_context, finding.project);
}

QCoro::Task<> RealityFixes::fix(OpenTarget target, RealityFinding finding, RealityFix fix, std::stop_token stop) const {
    switch (fix) {
    case RealityFix::Adopt:
        co_await adopt(target, finding, stop);
        break;
    case RealityFix::Restore:
        co_await restore(target, finding, stop);
        break;
    case RealityFix::Remove:
        co_await remove(target, finding, stop);
        break;
    }
}

QCoro::Task<> RealityFixes::adopt(OpenTarget target, RealityFinding finding, std::stop_token stop) const {
    switch (finding.kind) {
    case RealityKind::EntryMissing:
    case RealityKind::EntryDiffers:
    case RealityKind::EntryForeign:
    case RealityKind::EntryUnknown:
        co_await adoptEntry(target, finding, stop);
        break;
    case RealityKind::FilesMissing:
    case RealityKind::FilesUnknown:
    case RealityKind::ProjectUnknown:
        co_await adoptFiles(target, finding, stop);
        break;
    default:
        refuse(finding, RealityFix::Adopt);
    }
}

QCoro::Task<> RealityFixes::restore(OpenTarget target, RealityFinding finding, std::stop_token stop) const {
    switch (finding.kind) {
    case RealityKind::EntryMissing:
    case RealityKind::EntryDiffers:
        co_await restoreEntry(target, finding);
        break;
    case RealityKind::FilesMissing:
        co_await restoreManifest(target, finding, stop);
        break;
    case RealityKind::FunctionMissing: {
        const Deployment deployment = deploymentOrThrow(m_context, finding.here);
        const QList<Route> everyHost;
        co_await m_promotion.promote(projectOf(finding), everyHost, deployment);
        break;
    }
    case RealityKind::HostnameMissing:
        if (target.domains) {
            co_await target.domains->add(finding.subject, stop);
        }
        break;
    case RealityKind::RoutineMissing:
    case RealityKind::RoutineDiffers:
    case RealityKind::RoutineUnrouted:
        if (target.routine) {
            const auto quiet = [](RoutineStage) { };
            co_await target.routine->install(quiet, stop);
        }
        break;
    default:
        refuse(finding, RealityFix::Restore);
    }
}

QCoro::Task<> RealityFixes::remove(OpenTarget target, RealityFinding finding, std::stop_token stop) const {
    switch (finding.kind) {
    case RealityKind::EntryUnknown:
    case RealityKind::EntryStray:
        co_await removeEntry(target, finding, stop);
        break;
    case RealityKind::FilesUnknown:
    case RealityKind::FilesLeftover:
    case RealityKind::ProjectUnknown:
        co_await removeFiles(target, finding, stop);
        break;
    case RealityKind::HostnameStray:
        co_await removeHostname(target, finding.subject, stop);
        break;
    case RealityKind::FunctionStray:
        if (target.functions) {
            co_await target.functions->remove(finding.subject, stop);
        }
        break;
    default:
        refuse(finding, RealityFix::Remove);
    }
}

QCoro::Task<> RealityFixes::removeHostname(OpenTarget target, QString host, std::stop_token stop) const {
    const std::optional<RoutingEntry> entry = co_await target.router->readEntry(host, stop);
    if (entry) {
        throw Error(ErrorKind::Conflict, host, u"a site has it meanwhile"_s);
    }
    const std::optional<CustomHostname> hostname = co_await target.domains->find(host, stop);
    if (hostname) {
        co_await target.domains->remove(hostname->id, stop);
    }
}

} // namespace miaobu
