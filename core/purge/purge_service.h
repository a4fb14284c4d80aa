#pragma once

#include "core/async/operations.h"
#include "core/model/project.h"
#include "core/ports/targets.h"

#include <QObject>

#include <chrono>

namespace miaobu {

class Database;

/// What a person wants dropped from the edge's cache.
struct PurgeRequest {
    ProjectId project = 0;
    QString target; ///< Empty: the project's own.
    PurgeKind kind = PurgeKind::Hosts;
    QStringList subjects; ///< As typed, see purgeSubjects(); none with Hosts: every host of the project.
};

/// What the edge says of its cache, for a project on one target.
struct CacheState {
    QStringList hosts; ///< Of the project; its own first.
    bool knowsQuota = false; ///< false: the target can purge hosts only and says nothing more.
    PurgeQuota hostQuota;
    PurgeQuota fileQuota;
    PurgeQuota directoryQuota;
    QList<PurgeTask> tasks; ///< Of every project on the site, the newest first.
};

/// Drops what the edge keeps of a project's sites. Belongs to the main thread, outlives the event loop.
/// Every call returns at once; the work ends in exactly one of finished() and failed(), after the signals that carry what it found.
class PurgeService final : public QObject {
    Q_OBJECT

public:
    struct Limits {
        std::chrono::milliseconds task{300'000}; ///< Until a task must have ended.
        std::chrono::milliseconds firstPause{200}; ///< Before asking again; doubled up to two seconds.
    };

    /// Both outlive the service.
    PurgeService(const Database& database, Targets& targets);
    PurgeService(const Database& database, Targets& targets, Limits limits);

    /// Ends in cacheFound(). \throws Error(ProjectUnknown)
    OperationId look(ProjectId project, const QString& target = {});
    /// begun() with what is really purged, taskChanged() until every task has ended, then finished(). Fails with HostUnknown or InvalidInput
    /// before anything was asked, QuotaExceeded when the day's purges are used up, Timeout for a task that does not end (it goes on
    /// in the cloud). \throws Error(ProjectUnknown)
    OperationId purge(const PurgeRequest& request);

    /// Stops waiting; a purge that was asked for goes on in the cloud.
    void cancel(OperationId operation) { m_operations.cancel(operation); }
    [[nodiscard]] bool isBusy() const { return m_operations.isBusy(); }
    void shutDown() { m_operations.shutDown(); }

signals:
    void cacheFound(miaobu::OperationId operation, const miaobu::CacheState& state);
    void begun(miaobu::OperationId operation, const QStringList& subjects);
    void taskChanged(miaobu::OperationId operation, const miaobu::PurgeTask& task);
    void finished(miaobu::OperationId operation);
    void failed(miaobu::OperationId operation, const miaobu::Error& error);
    void idle();

private:
    [[nodiscard]] Project projectOrThrow(ProjectId id) const;
    [[nodiscard]] QStringList hostsOf(const Project& project, const Target& target) const;
    QCoro::Task<> executeLook(OperationId operation, Project project, QString target, std::stop_token stop);
    QCoro::Task<> executePurge(OperationId operation, Project project, PurgeRequest request, std::stop_token stop);
    QCoro::Task<> awaitTasks(
        OperationId operation, std::shared_ptr<EdgeCache> cache, QStringList ids, std::stop_token stop);

    const Database& m_database;
    Targets& m_targets;
    Limits m_limits;
    Operations m_operations;
};

} // namespace miaobu
