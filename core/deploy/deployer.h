#pragma once

#include "core/deploy/deploy_types.h"
#include "core/log/log_line.h"
#include "core/model/preview.h"
#include "core/model/removal.h"
#include "core/model/route.h"
#include "core/ports/targets.h"

#include <QCoro/QCoroTask>
#include <QObject>

#include <memory>

namespace miaobu {

class BuildLog;
class DeployerWork;

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
    /// Removes the project from every target and then from this computer, by a checklist (RemovalTable) that removalChanged() tells.
    /// What cannot be removed stays on it and fails the operation with RemovalIncomplete; calling again goes on from there. Until it is done
    /// nothing of the project can be deployed or routed. \throws Error(ProjectUnknown), Error(DeploymentActive)
    OperationId removeProject(ProjectId project);
    /// Removes only what is stored here, whatever is left in the cloud. \throws Error(ProjectUnknown), Error(DeploymentActive)
    void forgetProject(ProjectId project);
    /// Gives up a removal that was begun: what is gone stays gone, and the project can be deployed again.
    /// \throws Error(ProjectUnknown), Error(DeploymentActive)
    void keepProject(ProjectId project);
    /// Keeps deployments of \a project waiting until the last copy of what is returned is gone, for a service that changes its hosts or
    /// files. \throws Error(DeploymentActive) beside what is under way already
    [[nodiscard]] std::shared_ptr<void> reserve(ProjectId project);

    /// Queues a deployment. \throws Error(ProjectUnknown), Error(DeploymentActive: one at a time for the site on a target, and for each preview
    /// beside it), Error(PreviewNameInvalid), Error(SlugTaken: a preview would have the host of another project)
    DeploymentId deploy(DeployRequest request);
    /// Takes effect until routing began; ends in deploymentChanged(Cancelled) once everything it started is gone.
    /// A deployment that another process runs is asked for there. One that has ended is left alone.
    void cancel(DeploymentId deployment);
    /// Goes on with an interrupted, failed or cancelled deployment: same id, same commit; what was uploaded is not sent again.
    /// \a variables are those that were given by hand when it was begun, as they are not stored; the project's own are taken as they are now.
    /// \throws Error(DeploymentUnknown), (DeploymentActive), (InvalidInput)
    void resume(DeploymentId deployment, QList<EnvironmentVariable> variables = {});
    /// Removes what an interrupted, failed or cancelled deployment uploaded; its record becomes Cancelled.
    /// \throws Error(DeploymentUnknown), Error(DeploymentActive), Error(DeploymentProtected: it is complete)
    OperationId discard(DeploymentId deployment);

    /// Lets a complete deployment answer \a host (of its own project, on its own target).
    /// \throws Error(HostUnknown), (DeploymentUnknown), (DeploymentPurged), (DeploymentActive)
    OperationId promote(const QString& host, DeploymentId deployment);
    /// Lets \a host, on \a target, be answered by the live deployment and by each that follows it; or by \a pinned alone, whatever is deployed.
    /// Also puts right a host that was left behind. \throws as promote() does
    OperationId serve(const QString& host, const QString& target, DeploymentId pinned = 0);
    /// promote() for every host of the project on that target that is not pinned; 0 is the complete one before the live one.
    /// \throws Error(ProjectUnknown), (DeploymentUnknown: there is none), (DeploymentPurged), (DeploymentActive)
    OperationId rollBack(ProjectId project, DeploymentId deployment = 0);
    /// A pinned deployment is never removed by retention. \throws Error(DeploymentUnknown)
    void pin(DeploymentId deployment, bool pinned);

    /// Takes a preview's host away. \throws Error(HostUnknown: the project has no such preview), Error(DeploymentActive)
    OperationId removePreview(ProjectId project, const QString& target, const QString& name);
    /// Takes away the previews of \a project whose branch is none of \a branches, and tells each by previewGone(). 0: there is none
    /// that nothing is done with.
    OperationId removeGonePreviews(ProjectId project, const QStringList& branches);
    /// Puts \a password in front of a preview; empty: takes it away. \throws as removePreview()
    OperationId protectPreview(
        ProjectId project, const QString& target, const QString& name, const QByteArray& password);

    /// For the service of domains, while it holds a reserve() of the project: lets \a deployment answer a host that leads nowhere yet.
    /// \throws what Routing throws; then nothing is changed.
    QCoro::Task<> connectHost(OpenTarget target, Route route, Deployment deployment);
    /// Stores that nothing of \a project answers \a host any more.
    void dropHost(ProjectId project, const QString& host, const QString& target);

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
    /// The checklist of a project that is being removed, as a whole; empty once it is kept after all.
    void removalChanged(miaobu::ProjectId project, const QList<miaobu::RemovalStep>& steps);
    void hostProgressed(const miaobu::HostProgress& progress);
    /// Another deployment answers one of its hosts.
    void routesChanged(miaobu::ProjectId project);
    /// A preview was taken away because its branch is gone.
    void previewGone(const miaobu::Preview& preview);
    void operationFinished(miaobu::OperationId operation);
    void operationFailed(miaobu::OperationId operation, const miaobu::Error& error);
    /// Nothing runs any more; always sent from the event loop.
    void idle();

private:
    QCoro::Task<> executeDiscard(Deployment deployment);
    QCoro::Task<> executeRemoveGone(Project project, QList<Preview> previews);
    [[nodiscard]] Preview previewOrThrow(ProjectId project, const QString& target, const QString& name) const;
    void keepPreview(const Project& project, const Deployment& deployment, const DeployRequest& request);

    void passOn();

    std::unique_ptr<DeployerWork> m_work;
};

} // namespace miaobu
