#pragma once

#include "core/model/route.h"
#include "core/store/database.h"

#include <QList>

#include <optional>

namespace miaobu {

/// Which host is answered by which deployment, as this computer last proved it. A cheap view over the database.
class RouteTable {
public:
    explicit RouteTable(const Database& database) : m_database(database) { }

    /// A host may exist once on each target.
    [[nodiscard]] std::optional<Route> find(const QString& host, const QString& target) const;
    /// Every target's route of \a host.
    [[nodiscard]] QList<Route> ofHost(const QString& host) const;
    [[nodiscard]] QList<Route> ofProject(ProjectId project) const;
    void put(const Route& route) const;
    void remove(const QString& host, const QString& target) const;

private:
    const Database& m_database;
};

} // namespace miaobu
