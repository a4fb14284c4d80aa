#pragma once

#include "core/deploy/pipeline.h"
#include "core/deploy/promotion.h"
#include "core/deploy/queue.h"
#include "core/deploy/recovery.h"
#include "core/deploy/removal.h"
#include "core/deploy/retention.h"
#include "core/store/change_watcher.h"

#include <QSet>

#include <exception>
#include <functional>

namespace miaobu {

/// What the deployer has under way: the queue, the runs and the operations. The only place where a deployment's coroutine begins
/// and where what it throws is caught.
class DeployerWork {
public:
    DeployerWork(DeployParts parts, DeployLimits limits);

    [[nodiscard]] const Announcements& announcements() const { return m_announcements; }
    [[nodiscard]] const DeployContext& context() const { return m_context; }
    [[nodiscard]] const Promotion& promotion() const { return m_promotion; }
    [[nodiscard]] const Removal& removal() const { return m_removal; }
    [[nodiscard]] const Recovery& recovery() const { return m_recovery; }
    [[nodiscard]] const Retention& retention() const { return m_retention; }

    /// Queues a deployment whose row is stored and active.
    void enqueue(const Project& project, const Deployment& deployment, const QList<EnvironmentVariable>& variables,
        bool isResumed);
    void cancel(DeploymentId deployment);
    [[nodiscard]] std::shared_ptr<Run> find(DeploymentId deployment) const { return m_runs.value(deployment); }

    using Work = std::function<QCoro::Task<>()>;
    /// Runs \a work and tells its end under the id it gives. Deployments of \a project wait meanwhile; 0: of none.
    OperationId begin(ProjectId project, Work work);
    /// Deployments of \a project wait while what is returned lives.
    [[nodiscard]] std::shared_ptr<void> reserve(ProjectId project);
    /// Whether an operation or a deployment of \a project is under way here.
    [[nodiscard]] bool isBusy(ProjectId project) const { return m_busy.contains(project) || m_queue.runs(project); }
    [[nodiscard]] bool isBusy() const { return !m_queue.isEmpty() || m_operations > 0; }
    /// \throws Error(DeploymentActive) while a deployment of \a project (on \a target; empty: on any), here or in another process,
    /// could meet what is to be done.
    void refuseBesideActive(ProjectId project, const QString& target) const;
    /// The same for what changes nothing but one lane; isFree() asks for it.
    void refuseBesideActive(const Lane& lane, const QString& target) const;
    [[nodiscard]] bool isFree(const Lane& lane, const QString& target) const;
    void shutDown();
    [[nodiscard]] bool isShuttingDown() const { return m_isShuttingDown; }

private:
    void startWaiting();
    void cancelWhatOthersAsk();
    QCoro::Task<> executeRun(std::shared_ptr<Run> run);
    void release(ProjectId project);
    QCoro::Task<> executeOperation(OperationId operation, ProjectId project, Work work);
    /// Removes the build folder, and what a cancelled run has published.
    QCoro::Task<> cleanUp(std::shared_ptr<Run> run, bool isCancelled) const;
    /// Retention, for the last one of those of a project that run side by side: what it removes, another one may be copying.
    QCoro::Task<> purgeOld(std::shared_ptr<Run> run);
    [[nodiscard]] bool isAnyActive(ProjectId project, const QString& target) const;
    void storeEnd(Run& run, const std::exception_ptr& failure) const;
    void tellWhenIdle();

    Announcements m_announcements;
    DeployContext m_context;
    Pipeline m_pipeline;
    Promotion m_promotion;
    Removal m_removal;
    Recovery m_recovery;
    Retention m_retention;
    Queue m_queue;
    QHash<DeploymentId, std::shared_ptr<Run>> m_runs; ///< Waiting and running
    QSet<ProjectId> m_busy; ///< With an operation under way
    QHash<ProjectId, QSet<DeploymentId>> m_replaced; ///< What retention is to spare, until it was applied
    int m_operations = 0;
    OperationId m_lastOperation = 0;
    bool m_isShuttingDown = false;
    ChangeWatcher m_watcher;
};

} // namespace miaobu
