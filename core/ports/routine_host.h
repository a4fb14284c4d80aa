#pragma once

#include <QCoro/QCoroTask>
#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>
#include <stop_token>

namespace miaobu {

/// One version of the edge routine that the account keeps.
struct RoutineVersion {
    QString version; ///< A number beyond 2^53: never a double
    QString description;
    QDateTime createdAt; ///< UTC
    bool isInStaging = false;
    bool isInProduction = false;
    bool isOurs = false; ///< Its code is what this program would install.

    bool operator==(const RoutineVersion&) const = default;
};

struct RoutineStatus {
    enum class Production {
        Missing, ///< There is no routine, or it answers nobody.
        Ours,
        Other, ///< An older one of ours, or somebody else's.
    };

    QString name;
    Production production = Production::Missing;
    QList<RoutineVersion> versions; ///< The newest first.
    bool isRouted = false; ///< A route of the site leads every host of the base domain to it.

    bool operator==(const RoutineStatus&) const = default;
};

enum class RoutineStage { Create, Upload, Commit, Staging, CheckStaging, Production, Route };

/// The program at the edge that answers every visitor. Throws Error; Error(Cancelled) once stop was requested, except after Production began.
class RoutineHost {
public:
    using Progress = std::function<void(RoutineStage)>;

    virtual ~RoutineHost() = default;

    virtual QCoro::Task<RoutineStatus> status(std::stop_token stop) = 0;
    /// Uploads this program's routine and lets it answer: staging first, then production, then the route. Repeating it does no harm; a
    /// version that is there already is used again.
    virtual QCoro::Task<RoutineStatus> install(Progress progress, std::stop_token stop) = 0;
    /// Lets a version that is kept answer again. \throws Error(NotFound) when it is no longer kept.
    virtual QCoro::Task<RoutineStatus> publish(QString version, std::stop_token stop) = 0;
};

} // namespace miaobu
