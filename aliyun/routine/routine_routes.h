#pragma once

#include "aliyun/wire/rpc_client.h"

#include <QList>
#include <QString>

namespace miaobu::aliyun {

/// A route of a site: which requests an edge routine answers.
struct RoutineRoute {
    qint64 id = 0;
    QString name;
    QString routine;
    QString rule;
    bool isOn = false; ///< Enabled, and not there to go past the routine

    bool operator==(const RoutineRoute&) const = default;
};

/// The rule for everything that may be a project's: every host below \a baseDomain, and every host that is not of the site's own domain at
/// all, which can only be a custom hostname. One rule for all of them, because a rule for each custom hostname would have to be kept in step
/// with them, counts against a quota, and locks the site with every change; and not a rule for everything, because that would take the
/// site's other hosts, which are no business of ours, from their own origins. A project that has no entry is answered with 404.
[[nodiscard]] QString routineRule(const QString& baseDomain, const QString& siteName);

/// Whether \a rule leads to a routine whatever routineRule() does.
[[nodiscard]] bool coversRule(const QString& rule, const QString& wanted);

/// The routes of one site to one routine, of which one is ours: it is called like the routine (ESA 2024-09-10). Throws Error; Error(Cancelled) once stop was requested.
class RoutineRoutes {
public:
    RoutineRoutes(RpcClient esa, qint64 siteId, QString routine, QString baseDomain);

    /// How the routine is reached now. Missing: by nothing; Different: by a route of ours whose rule is another or that is off.
    struct State {
        enum class Kind { Covers, Different, Missing };

        Kind kind = Kind::Missing;
        RoutineRoute route; ///< Of ours, where there is one
        QString wantedRule;
    };

    QCoro::Task<State> find(std::stop_token stop) const;
    /// Makes the route or changes ours, as find() says; does nothing where the routine is reached already.
    QCoro::Task<> ensure(std::stop_token stop) const;

private:
    QCoro::Task<QString> siteName(std::stop_token stop) const;
    QCoro::Task<QList<RoutineRoute>> list(std::stop_token stop) const;

    RpcClient m_esa;
    qint64 m_siteId;
    QString m_routine;
    QString m_baseDomain;
};

} // namespace miaobu::aliyun
