#include "core/deploy/deployer_work.h"

#include "core/async/caught_error.h"
#include "core/async/pool.h"
#include "core/async/sleep.h"
#include "core/deploy/grace.h"
#include "core/deploy/log_text.h"
#include "core/deploy/publisher.h"
#include "core/deploy/remove_folder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

DeployerWork::DeployerWork(DeployParts parts, DeployLimits limits)
    : m_context{m_announcements, std::move(parts), limits}, m_pipeline(m_context), m_promotion(m_context),
      m_removal(m_context), m_recovery(m_context, m_pipeline), m_retention(m_context),
      m_queue(m_context.limits.concurrent), m_watcher(m_context.parts.database) {
    QObject::connect(&m_watcher, &ChangeWatcher::changed, &m_watcher, [this] { cancelWhatOthersAsk(); });
}

void DeployerWork::enqueue(
    const Project& project, const Deployment& deployment, const QList<EnvironmentVariable>& variables, bool isResumed) {
    auto run = std::make_shared<Run>(m_context, project, deployment, variables);
    run->isResumed = isResumed;
    m_runs.insert(deployment.id, run);
    m_queue.add(deployment.id, {project.id, deployment.preview});
    // Not at once: the caller is to know the id before the first signal speaks of it.
    QMetaObject::invokeMethod(&m_watcher, [this] { startWaiting(); }, Qt::QueuedConnection);
}

void DeployerWork::startWaiting() {
    while (const DeploymentId next = m_queue.takeNext(m_busy)) {
        executeRun(m_runs.value(next));
    }
    for (const DeploymentId waiting : m_queue.waiting()) {
        emit m_context.announcements.progressChanged({waiting, Stage::Queue, 0, 0, m_queue.ahead(waiting), true});
    }
}

QCoro::Task<> DeployerWork::executeRun(std::shared_ptr<Run> run) {
    std::exception_ptr failure;
    try {
        co_await m_pipeline.run(run);
    } catch (...) {
        failure = std::current_exception();
    }
    const bool isCancelled = failure && caughtError(failure).kind == ErrorKind::Cancelled;
    co_await cleanUp(run, isCancelled);
    storeEnd(*run, failure);
    if (!failure) {
        co_await purgeOld(run);
    }
    run->log()->close();
    m_runs.remove(run->id());
    m_queue.finish(run->id());
    startWaiting();
    tellWhenIdle();
}

QCoro::Task<> DeployerWork::cleanUp(std::shared_ptr<Run> run, bool isCancelled) const {
    const auto clear = [folder = run->buildFolder()] { removeFolder(folder); };
    co_await runOnPool(clear);
    if (!isCancelled || !run->target.objects) {
        co_return;
    }
    const Grace grace(m_context.limits.cleanupGrace);
    try {
        co_await removeObjects(run->target, run->deployment.objectPrefix, grace.token());
        co_await FunctionSwitch(m_context).removeImage(run->target, run->project, run->deployment, grace.token());
    } catch (const Error& error) {
        run->note(u"What had been uploaded could not be removed: "_s + QString::fromUtf8(error.what()));
    }
}

void DeployerWork::storeEnd(Run& run, const std::exception_ptr& failure) const {
    try {
        if (!failure) {
            m_context.deployments().setStageTimes(run.id(), run.stageTimes());
            m_context.save(run.deployment);
            return;
        }
        const Error error = caughtError(failure);
        run.deployment.finishedAt = m_context.parts.clock.now();
        if (error.kind == ErrorKind::Cancelled) {
            run.note(u"Cancelled."_s);
            run.deployment.state = DeploymentState::Cancelled;
        } else {
            run.note(failureText(error));
            run.deployment.state = DeploymentState::Failed;
            run.deployment.failure = failureOf(error, run.deployment.stage);
        }
        run.log()->flush();
        m_context.save(run.deployment);
    } catch (const Error& error) {
        // The row stays active and owned by this process: the next start finds it.
        qWarning("the end of deployment %lld was not stored: %s", static_cast<long long>(run.id()), error.what());
    }
}

bool DeployerWork::isAnyActive(ProjectId project, const QString& target) const {
    const QList<Deployment> active = m_context.deployments().active();
    return std::ranges::any_of(active, [&](const Deployment& deployment) {
        return deployment.project == project && (target.isEmpty() || deployment.target == target);
    });
}

QCoro::Task<> DeployerWork::purgeOld(std::shared_ptr<Run> run) {
    const ProjectId project = run->project.id;
    m_replaced[project].unite(run->replaced);
    if (m_busy.contains(project) || isAnyActive(project, run->deployment.target)) {
        co_return;
    }
    const QSet<DeploymentId> spared = m_replaced.take(project);
    m_busy.insert(project);
    try {
        co_await m_retention.apply(run->target, project, spared, {});
    } catch (const Error& error) {
        run->note(u"Old deployments could not be removed: "_s + QString::fromUtf8(error.what()));
    }
    m_busy.remove(project);
}

void DeployerWork::cancel(DeploymentId deployment) {
    const std::shared_ptr<Run> run = m_runs.value(deployment);
    if (!run) {
        m_context.deployments().requestCancel(deployment);
        return;
    }
    if (!m_queue.remove(deployment)) {
        run->requestStop();
        return;
    }
    storeEnd(*run, std::make_exception_ptr(Error(ErrorKind::Cancelled)));
    m_runs.remove(deployment);
    startWaiting();
    tellWhenIdle();
}

void DeployerWork::cancelWhatOthersAsk() {
    for (const DeploymentId deployment : m_context.deployments().cancelRequested()) {
        if (m_runs.contains(deployment)) {
            cancel(deployment);
        }
    }
}

OperationId DeployerWork::begin(ProjectId project, Work work) {
    const OperationId operation = ++m_lastOperation;
    ++m_operations;
    if (project != 0) {
        m_busy.insert(project);
    }
    executeOperation(operation, project, std::move(work));
    return operation;
}

std::shared_ptr<void> DeployerWork::reserve(ProjectId project) {
    ++m_operations;
    m_busy.insert(project);
    return std::shared_ptr<void>(nullptr, [this, project](void*) { release(project); });
}

void DeployerWork::release(ProjectId project) {
    --m_operations;
    m_busy.remove(project);
    startWaiting();
    tellWhenIdle();
}

QCoro::Task<> DeployerWork::executeOperation(OperationId operation, ProjectId project, Work work) {
    std::exception_ptr failure;
    try {
        // The caller is to know the id before the signal speaks of it.
        co_await sleepFor(std::chrono::milliseconds(0), {});
        co_await work();
    } catch (...) {
        failure = std::current_exception();
    }
    --m_operations;
    m_busy.remove(project);
    if (failure) {
        emit m_context.announcements.operationFailed(operation, caughtError(failure));
    } else {
        emit m_context.announcements.operationFinished(operation);
    }
    startWaiting();
    tellWhenIdle();
}

void DeployerWork::refuseBesideActive(ProjectId project, const QString& target) const {
    if (isBusy(project) || isAnyActive(project, target)) {
        throw Error(ErrorKind::DeploymentActive, target);
    }
}

bool DeployerWork::isFree(const Lane& lane, const QString& target) const {
    const QList<Deployment> active = m_context.deployments().active();
    const bool isActive = std::ranges::any_of(active, [&](const Deployment& deployment) {
        return deployment.project == lane.project && deployment.preview == lane.preview && deployment.target == target;
    });
    return !isActive && !m_busy.contains(lane.project) && !m_queue.runs(lane);
}

void DeployerWork::refuseBesideActive(const Lane& lane, const QString& target) const {
    if (!isFree(lane, target)) {
        throw Error(ErrorKind::DeploymentActive, target);
    }
}

void DeployerWork::shutDown() {
    m_isShuttingDown = true;
    const QList<DeploymentId> deployments = m_runs.keys();
    for (const DeploymentId deployment : deployments) {
        cancel(deployment);
    }
    tellWhenIdle();
}

void DeployerWork::tellWhenIdle() {
    QMetaObject::invokeMethod(
        &m_watcher,
        [this] {
            if (!isBusy()) {
                emit m_context.announcements.idle();
            }
        },
        Qt::QueuedConnection);
}

} // namespace miaobu
