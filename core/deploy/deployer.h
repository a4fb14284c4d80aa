#pragma once

#include "core/log/log_line.h"
#include "core/model/deployment.h"
#include "core/model/environment_variable.h"
#include "core/model/home.h"

#include <QCoro/QCoroTask>
#include <QObject>

#include <chrono>
#include <memory>

namespace miaobu {

class BuildLog;
class Builder;
class Clock;
class Database;
class DeployerWork;
class SourceCheckout;
class Targets;

/// What a person asks for with Deploy.
struct DeployRequest {
    ProjectId project = 0;
    QString target; ///< Empty: the project's own.
    QString branch; ///< Empty: the source's own.
    QString commit; ///< Empty: the head of the branch, or the folder as it is now.
    QList<EnvironmentVariable> variables;
};

/// Where a running deployment is. A value; sent at most ten times a second.
struct DeploymentProgress {
    DeploymentId deployment = 0;
    Stage stage = Stage::Queue;
    qint64 done = 0; ///< In the unit of the stage: bytes, files or objects.
    qint64 total = 0; ///< 0: unknown
    int ahead = 0; ///< While queued: how many are before it.
    bool cancellable = true; ///< Routing is the point of no return.
};

/// How long and how much. The defaults are the product's; tests shorten them.
struct DeployLimits {
    int concurrent = 2; ///< Deployments under way at once.
    int keep = 10; ///< Complete deployments of a project and target that retention leaves.
    int maximumFiles = 100'000;
    qint64 maximumBytes = 5LL * 1024 * 1024 * 1024;
    std::chrono::milliseconds routeConfirmation {60'000}; ///< Until a written entry must be read back.
    std::chrono::milliseconds proof {60'000}; ///< Until the edge must answer with the new deployment.
    std::chrono::milliseconds firstPause {100}; ///< Before asking again; doubled up to two seconds.
    std::chrono::milliseconds cleanupGrace {10'000}; ///< For what is put in order after a failure or Cancel.
};

/// Names one of the works beside deployments, so that its end can be told apart: promote, roll back, remove, discard.
using OperationId = qint64;

/// The parts of the program that a deployment works with. All of them outlive the deployer.
struct DeployParts {
    const Database& database;
    SourceCheckout& checkout;
    Builder& builder;
    Targets& targets;
    const Clock& clock;
    Home home;
};

/// The only thing that starts deployments, and that changes which one answers a host. Belongs to the main thread.
/// Everything is stored before it is signalled; signals carry values. What other processes do is told by ChangeWatcher.
class Deployer final : public QObject {
    Q_OBJECT

public:
    explicit Deployer(DeployParts parts, DeployLimits limits = {});
    /// Call shutDown() and wait for idle() first: what still runs is abandoned as a crash would, and found at the next start.
    ~Deployer() override;

    /// Puts in order what a process that is gone left behind: deployments that were queued or running become Interrupted, or
    /// Live where the edge already answers with them. Those of a living process are left alone. Call once at the start; ends in operationFinished().
    OperationId recover();

    /// Gives \a project an id and stores it; an empty slug is made from its name, an empty target is "local".
    /// \throws Error(SlugInvalid), Error(SlugTaken)
    Project addProject(Project project);
    /// Stores name, overrides, target and pinned. \throws Error(ProjectUnknown)
    void updateProject(const Project& project);
    /// Removes the site: its hosts first, then its files, then what is stored here. What was done stays done when it fails; call again to go on.
    /// \throws Error(ProjectUnknown), Error(DeploymentActive)
    OperationId removeProject(ProjectId project);

    /// Queues a deployment. \throws Error(ProjectUnknown), Error(DeploymentActive: one at a time for each project and target)
    DeploymentId deploy(DeployRequest request);
    /// Takes effect until routing began; ends in deploymentChanged(Cancelled) once everything it started is gone.
    /// A deployment that another process runs is asked for there. One that has ended is left alone.
    void cancel(DeploymentId deployment);
    /// Goes on with an interrupted, failed or cancelled deployment: same id, same commit; what was uploaded is not sent again.
    /// \a variables are those it was begun with, as they are not stored. \throws Error(DeploymentUnknown), (DeploymentActive), (InvalidInput)
    void resume(DeploymentId deployment, QList<EnvironmentVariable> variables = {});
    /// Removes what an interrupted, failed or cancelled deployment uploaded; its record becomes Cancelled.
    /// \throws Error(DeploymentUnknown), Error(DeploymentActive), Error(DeploymentProtected: it is complete)
    OperationId discard(DeploymentId deployment);

    /// Lets a complete deployment answer \a host (of its own project, on its own target).
    /// \throws Error(HostUnknown), (DeploymentUnknown), (DeploymentPurged), (DeploymentActive)
    OperationId promote(const QString& host, DeploymentId deployment);
    /// promote() for every host of the project on that target; 0 is the complete one before the live one.
    /// \throws Error(ProjectUnknown), (DeploymentUnknown: there is none), (DeploymentPurged), (DeploymentActive)
    OperationId rollBack(ProjectId project, DeploymentId deployment = 0);
    /// A pinned deployment is never removed by retention. \throws Error(DeploymentUnknown)
    void pin(DeploymentId deployment, bool pinned);

    /// The log of a deployment that this process runs; null for the others, whose file is Home::logFolder()/<id>.log.
    [[nodiscard]] std::shared_ptr<const BuildLog> runningLog(DeploymentId deployment) const;
    /// Whether this process has a deployment or an operation under way.
    [[nodiscard]] bool isBusy() const;
    /// Cancels what can be cancelled and takes nothing new; idle() follows, at once when nothing runs.
    void shutDown();

signals:
    void deploymentChanged(const miaobu::Deployment& deployment);
    void progressChanged(const miaobu::DeploymentProgress& progress);
    void logAppended(miaobu::DeploymentId deployment, const QList<miaobu::LogLine>& lines);
    void projectChanged(const miaobu::Project& project);
    void projectRemoved(miaobu::ProjectId project);
    /// Another deployment answers one of its hosts.
    void routesChanged(miaobu::ProjectId project);
    void operationFinished(miaobu::OperationId operation);
    void operationFailed(miaobu::OperationId operation, const miaobu::Error& error);
    /// Nothing runs any more; always sent from the event loop.
    void idle();

private:
    QCoro::Task<> executeDiscard(Deployment deployment);

    std::unique_ptr<DeployerWork> m_work;
};

/// Where the log of a deployment is kept.
[[nodiscard]] QString logFile(const Home& home, DeploymentId deployment);

} // namespace miaobu
