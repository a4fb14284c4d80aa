#include "core/reality/reality_service.h"

#include "core/async/cancel.h"
#include "core/deploy/context.h"
#include "core/deploy/deployer.h"
#include "core/reality/comparison.h"
#include "core/reality/reality_fixes.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

RealityScope scopeOf(const DeployContext& context, ProjectId project) {
    RealityScope scope;
    const QList<Project> projects = context.projects().all();
    for (const Project& one : projects) {
        scope.knownSlugs.append(one.slug);
        if (project == 0 || one.id == project) {
            scope.projects.append(one);
        }
    }
    scope.isWhole = project == 0;
    if (scope.projects.isEmpty() && project != 0) {
        throw Error(ErrorKind::ProjectUnknown, QString::number(project));
    }
    return scope;
}

int numberOf(const DeployContext& context, DeploymentId id) {
    const std::optional<Deployment> deployment = context.deployments().find(id);
    return deployment ? deployment->number : 0;
}

} // namespace

RealityService::RealityService(DeployParts parts, DeployLimits limits, Deployer& deployer)
    : m_deployer(deployer), m_announcements(std::make_unique<Announcements>()),
      m_context(std::make_unique<DeployContext>(DeployContext{*m_announcements, std::move(parts), limits})),
      m_rebuild(std::make_unique<Rebuild>(*m_context)), m_fixes(std::make_unique<RealityFixes>(*m_context, *m_rebuild)),
      m_operations({[this](OperationId operation) { emit finished(operation); },
          [this](OperationId operation, const Error& error) { emit failed(operation, error); },
          [this] { emit idle(); }}) {
    connect(m_announcements.get(), &Announcements::projectChanged, this, &RealityService::projectChanged);
    connect(m_announcements.get(), &Announcements::deploymentChanged, this, &RealityService::deploymentChanged);
    connect(m_announcements.get(), &Announcements::routesChanged, this, &RealityService::routesChanged);
}

RealityService::~RealityService() = default;

OperationId RealityService::check(ProjectId project, const QString& target) {
    return m_operations.begin([this, project, target](OperationId operation, std::stop_token stop) {
        return executeCheck(operation, project, target, stop);
    });
}

OperationId RealityService::fix(const RealityFinding& finding, RealityFix fix) {
    return m_operations.begin([this, finding, fix](OperationId operation, std::stop_token stop) {
        return executeFix(operation, finding, fix, stop);
    });
}

OperationId RealityService::rebuild(const QString& target) {
    return m_operations.begin([this, target](OperationId operation, std::stop_token stop) {
        return executeRebuild(operation, target, stop);
    });
}

QStringList RealityService::targetsFor(ProjectId project, const QString& target) const {
    if (!target.isEmpty()) {
        return {target};
    }
    const QStringList known = m_context->parts.targets.names();
    QStringList used;
    for (const Project& one : scopeOf(*m_context, project).projects) {
        for (const Route& route : m_context->routes().ofProject(one.id)) {
            used.append(route.target);
        }
        for (const Deployment& deployment : m_context->deployments().ofProject(one.id)) {
            used.append(deployment.target);
        }
    }
    QStringList targets;
    for (const QString& name : known) {
        // An account may have what this computer knows nothing of; this computer's own emulator has not, unless it was used.
        if (used.contains(name) || (project == 0 && name != localTargetName)) {
            targets.append(name);
        }
    }
    return targets;
}

QCoro::Task<> RealityService::executeCheck(
    OperationId operation, ProjectId project, QString targetName, std::stop_token stop) {
    const RealityScope scope = scopeOf(*m_context, project);
    RealityReport report;
    report.targets = targetsFor(project, targetName);
    for (const QString& name : std::as_const(report.targets)) {
        try {
            const OpenTarget target = co_await m_context->parts.targets.open(name, stop);
            const auto asked
                = [this, operation, name](const QString& part) { emit partChecked(operation, name, part); };
            const CloudPicture picture = co_await takePicture(target, scope, asked, stop);
            report.gaps.append(picture.gaps);
            report.findings.append(compareEntries(*m_context, scope, picture));
            const QList<RealityFinding> files = co_await compareFiles(m_context.get(), scope, target, picture, stop);
            report.findings.append(files);
            report.findings.append(compareOthers(*m_context, scope, picture));
        } catch (const Error& error) {
            if (error.kind == ErrorKind::Cancelled) {
                throw;
            }
            report.gaps.append({name, {}, error});
        }
    }
    for (RealityFinding& finding : report.findings) {
        finding.hereNumber = numberOf(*m_context, finding.here);
        finding.thereNumber = numberOf(*m_context, finding.there);
    }
    report.checkedAt = m_context->parts.clock.now();
    emit checked(operation, report);
}

QCoro::Task<> RealityService::executeFix(
    OperationId operation, RealityFinding finding, RealityFix fix, std::stop_token stop) {
    if (!finding.fixes.contains(fix)) {
        throw Error(ErrorKind::InvalidInput, finding.subject, realityFixName(fix));
    }
    const std::shared_ptr<void> reserved
        = finding.project == 0 ? std::shared_ptr<void>() : m_deployer.reserve(finding.project);
    const OpenTarget target = co_await m_context->parts.targets.open(finding.target, stop);
    co_await m_fixes->fix(target, finding, fix, stop);
    emit fixed(operation, finding);
}

QCoro::Task<> RealityService::executeRebuild(OperationId operation, QString targetName, std::stop_token stop) {
    const OpenTarget target = co_await m_context->parts.targets.open(targetName, stop);
    const RebuildReport report = co_await m_rebuild->everything(target, stop);
    emit rebuilt(operation, report);
}

} // namespace miaobu
