#pragma once

#include "core/async/operations.h"
#include "core/deploy/deploy_types.h"
#include "core/model/reality.h"

#include <QObject>

#include <memory>

namespace miaobu {

class Deployer;
class Announcements;
class RealityFixes;
class Rebuild;
struct DeployContext;

/// Compares what this computer believes with what the cloud has, puts differences right, and builds what is stored here anew from a
/// bucket. Belongs to the main thread, outlives the event loop. Every call returns at once; the work ends in exactly one of finished() and
/// failed(), after the signals that carry what it found. What it changes in projects and deployments is told by its own signals, as Deployer tells it.
class RealityService final : public QObject {
    Q_OBJECT

public:
    /// All of them outlive the service.
    RealityService(DeployParts parts, DeployLimits limits, Deployer& deployer);
    ~RealityService() override;

    /// Looks at the project, or at everything for 0, on \a target, or on every target that it (or anything) is on when that is empty.
    /// Changes nothing. partChecked() on the way, then checked().
    OperationId check(ProjectId project = 0, const QString& target = {});
    /// Does \a fix about \a finding, unless it is no longer so: then nothing is done and it counts as put right. fixed() follows.
    /// Fails with Error(InvalidInput) for a fix that the finding does not offer, Error(DeploymentActive) beside a deployment of its project.
    OperationId fix(const RealityFinding& finding, RealityFix fix);
    /// Stores every project and complete deployment of the bucket of \a target that is not stored here, and which of them answers which host.
    /// What is stored here already is left as it is. Ends in rebuilt().
    OperationId rebuild(const QString& target);

    void cancel(OperationId operation) { m_operations.cancel(operation); }
    [[nodiscard]] bool isBusy() const { return m_operations.isBusy(); }
    void shutDown() { m_operations.shutDown(); }

signals:
    void partChecked(miaobu::OperationId operation, const QString& target, const QString& part);
    void checked(miaobu::OperationId operation, const miaobu::RealityReport& report);
    void fixed(miaobu::OperationId operation, const miaobu::RealityFinding& finding);
    void rebuilt(miaobu::OperationId operation, const miaobu::RebuildReport& report);
    void projectChanged(const miaobu::Project& project);
    void deploymentChanged(const miaobu::Deployment& deployment);
    void routesChanged(miaobu::ProjectId project);
    void finished(miaobu::OperationId operation);
    void failed(miaobu::OperationId operation, const miaobu::Error& error);
    void idle();

private:
    QCoro::Task<> executeCheck(OperationId operation, ProjectId project, QString target, std::stop_token stop);
    QCoro::Task<> executeFix(OperationId operation, RealityFinding finding, RealityFix fix, std::stop_token stop);
    QCoro::Task<> executeRebuild(OperationId operation, QString target, std::stop_token stop);
    [[nodiscard]] QStringList targetsFor(ProjectId project, const QString& target) const;

    Deployer& m_deployer;
    std::unique_ptr<Announcements> m_announcements;
    std::unique_ptr<DeployContext> m_context;
    std::unique_ptr<Rebuild> m_rebuild;
    std::unique_ptr<RealityFixes> m_fixes;
    Operations m_operations;
};

} // namespace miaobu
