#pragma once

#include <QCoro/QCoroTask>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <stop_token>

namespace miaobu {

enum class PurgeKind {
    Hosts, ///< "www.example.com"
    Files, ///< "https://www.example.com/a.js"
    Directories, ///< "https://www.example.com/images/"
};

/// How many may be purged today, and how many were. -1: the service does not say.
struct PurgeQuota {
    qint64 limit = -1;
    qint64 used = -1;

    bool operator==(const PurgeQuota&) const = default;
};

struct PurgeTask {
    enum class State { Running, Complete, Failed };

    QString id;
    PurgeKind kind = PurgeKind::Hosts;
    State state = State::Running;
    int percent = 0;
    QString content; ///< As the service repeats it
    QDateTime createdAt; ///< UTC

    bool operator==(const PurgeTask&) const = default;
};

/// What the edge keeps of a site. Throws Error(QuotaExceeded) when the day's purges are used up; Error(Cancelled) once stop was requested.
class EdgeCache {
public:
    virtual ~EdgeCache() = default;

    /// \returns the ids of the tasks that purge \a subjects, all of one kind.
    virtual QCoro::Task<QStringList> purge(PurgeKind kind, QStringList subjects, std::stop_token stop) = 0;
    virtual QCoro::Task<PurgeQuota> quota(PurgeKind kind, std::stop_token stop) = 0;
    /// The newest first, at most \a limit.
    virtual QCoro::Task<QList<PurgeTask>> tasks(int limit, std::stop_token stop) = 0;
};

} // namespace miaobu
