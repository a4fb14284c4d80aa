#include "core/purge/purge_service.h"

#include "core/async/sleep.h"
#include "core/purge/purge_subjects.h"
#include "core/store/project_table.h"
#include "core/store/route_table.h"

#include <QDeadlineTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr int tasksShown = 50; // DescribePurgeTasks gives no more on one page.

/// \returns the tasks of \a ids that are over; \throws Error(ServiceError) for one that failed.
QStringList endedOf(const QStringList& ids, const QList<PurgeTask>& tasks) {
    QStringList ended;
    for (const PurgeTask& task : tasks) {
        if (ids.contains(task.id) && task.state == PurgeTask::State::Failed) {
            throw Error(ErrorKind::ServiceError, task.content, u"the purge task "_s + task.id + u" failed"_s);
        }
        if (ids.contains(task.id) && task.state == PurgeTask::State::Complete) {
            ended.append(task.id);
        }
    }
    return ended;
}

} // namespace

PurgeService::PurgeService(const Database& database, Targets& targets) : PurgeService(database, targets, Limits{}) { }

PurgeService::PurgeService(const Database& database, Targets& targets, Limits limits)
    : m_database(database), m_targets(targets), m_limits(limits),
      m_operations({[this](OperationId operation) { emit finished(operation); },
          [this](OperationId operation, const Error& error) { emit failed(operation, error); },
          [this] { emit idle(); }}) { }

Project PurgeService::projectOrThrow(ProjectId id) const {
    const std::optional<Project> project = ProjectTable(m_database).find(id);
    if (!project) {
        throw Error(ErrorKind::ProjectUnknown, QString::number(id));
    }
    return *project;
}

QStringList PurgeService::hostsOf(const Project& project, const Target& target) const {
    QStringList hosts{siteHost(target, project.slug)};
    for (const Route& route : RouteTable(m_database).ofProject(project.id)) {
        if (route.target == target.name && !hosts.contains(route.host)) {
            hosts.append(route.host);
        }
    }
    return hosts;
}

OperationId PurgeService::look(ProjectId id, const QString& target) {
    const Project project = projectOrThrow(id);
    const QString name = target.isEmpty() ? project.target : target;
    return m_operations.begin([this, project, name](OperationId operation, std::stop_token stop) {
        return executeLook(operation, project, name, stop);
    });
}

OperationId PurgeService::purge(const PurgeRequest& request) {
    const Project project = projectOrThrow(request.project);
    return m_operations.begin([this, project, request](OperationId operation, std::stop_token stop) {
        return executePurge(operation, project, request, stop);
    });
}

QCoro::Task<> PurgeService::executeLook(
    OperationId operation, Project project, QString targetName, std::stop_token stop) {
    const OpenTarget target = co_await m_targets.open(targetName, stop);
    CacheState state;
    state.hosts = hostsOf(project, target.target);
    if (target.cache) {
        state.knowsQuota = true;
        state.hostQuota = co_await target.cache->quota(PurgeKind::Hosts, stop);
        state.fileQuota = co_await target.cache->quota(PurgeKind::Files, stop);
        state.directoryQuota = co_await target.cache->quota(PurgeKind::Directories, stop);
        state.tasks = co_await target.cache->tasks(tasksShown, stop);
    }
    emit cacheFound(operation, state);
}

QCoro::Task<> PurgeService::executePurge(
    OperationId operation, Project project, PurgeRequest request, std::stop_token stop) {
    const QString name = request.target.isEmpty() ? project.target : request.target;
    const OpenTarget target = co_await m_targets.open(name, stop);
    const QStringList hosts = hostsOf(project, target.target);
    const bool isEveryHost = request.kind == PurgeKind::Hosts && request.subjects.isEmpty();
    const QStringList subjects
        = purgeSubjects(request.kind, isEveryHost ? hosts : request.subjects, hosts, target.target);
    emit begun(operation, subjects);
    if (target.cache) {
        const QStringList ids = co_await target.cache->purge(request.kind, subjects, stop);
        co_await awaitTasks(operation, target.cache, ids, stop);
        co_return;
    }
    if (request.kind != PurgeKind::Hosts) {
        throw Error(ErrorKind::InvalidInput, name, u"this target can purge whole hosts only"_s);
    }
    co_await target.router->purge(subjects, stop);
}

QCoro::Task<> PurgeService::awaitTasks(
    OperationId operation, std::shared_ptr<EdgeCache> cache, QStringList ids, std::stop_token stop) {
    const QDeadlineTimer deadline(m_limits.task);
    std::chrono::milliseconds pause = m_limits.firstPause;
    QHash<QString, PurgeTask> told;
    while (!ids.isEmpty()) {
        const QList<PurgeTask> tasks = co_await cache->tasks(tasksShown, stop);
        for (const PurgeTask& task : tasks) {
            if (ids.contains(task.id) && (!told.contains(task.id) || told.value(task.id) != task)) {
                told.insert(task.id, task);
                emit taskChanged(operation, task);
            }
        }
        for (const QString& ended : endedOf(ids, tasks)) {
            ids.removeAll(ended);
        }
        if (!ids.isEmpty() && deadline.hasExpired()) {
            throw Error(ErrorKind::Timeout, ids.join(u", "_s), u"the purge has not ended yet"_s);
        }
        if (!ids.isEmpty()) {
            co_await sleepFor(pause, stop);
            pause = std::min(pause * 2, std::chrono::milliseconds(2000));
        }
    }
}

} // namespace miaobu
