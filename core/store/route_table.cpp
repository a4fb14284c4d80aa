#include "core/store/route_table.h"

#include "core/store/row_values.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QList<Route> all(QSqlQuery query) {
    Database::run(query);
    QList<Route> routes;
    while (query.next()) {
        routes.append({
            .host = query.value(0).toString(),
            .project = query.value(1).toLongLong(),
            .target = query.value(2).toString(),
            .deployment = query.value(3).toLongLong(),
            .own = query.value(4).toBool(),
            .autoUpdate = query.value(5).toBool(),
        });
    }
    return routes;
}

const QString selectRoutes = u"SELECT host, project, target, deployment, own, auto_update FROM route "_s;

} // namespace

std::optional<Route> RouteTable::find(const QString& host, const QString& target) const {
    QSqlQuery query = m_database.prepare(selectRoutes + u"WHERE host = ? AND target = ?"_s);
    query.addBindValue(textValue(host));
    query.addBindValue(textValue(target));
    const QList<Route> routes = all(std::move(query));
    return routes.isEmpty() ? std::nullopt : std::optional(routes.first());
}

QList<Route> RouteTable::ofHost(const QString& host) const {
    QSqlQuery query = m_database.prepare(selectRoutes + u"WHERE host = ? ORDER BY target"_s);
    query.addBindValue(textValue(host));
    return all(std::move(query));
}

QList<Route> RouteTable::ofProject(ProjectId project) const {
    QSqlQuery query = m_database.prepare(selectRoutes + u"WHERE project = ? ORDER BY own DESC, target, host"_s);
    query.addBindValue(project);
    return all(std::move(query));
}

void RouteTable::put(const Route& route) const {
    QSqlQuery query = m_database.prepare(uR"(
        INSERT INTO route (host, project, target, deployment, own, auto_update) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (host, target) DO UPDATE SET project = excluded.project, deployment = excluded.deployment,
            own = excluded.own, auto_update = excluded.auto_update)"_s);
    query.addBindValue(textValue(route.host));
    query.addBindValue(route.project);
    query.addBindValue(textValue(route.target));
    query.addBindValue(route.deployment);
    query.addBindValue(route.own);
    query.addBindValue(route.autoUpdate);
    Database::run(query);
}

void RouteTable::remove(const QString& host, const QString& target) const {
    QSqlQuery query = m_database.prepare(u"DELETE FROM route WHERE host = ? AND target = ?"_s);
    query.addBindValue(textValue(host));
    query.addBindValue(textValue(target));
    Database::run(query);
}

} // namespace miaobu
