#include "aliyun/routine/routine_routes.h"

#include "aliyun/wire/esa_actions.h"
#include "aliyun/wire/json_list.h"
#include "aliyun/wire/json_number.h"

#include <QJsonArray>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

constexpr int routesOnOnePage = 500;

RoutineRoute routeFrom(const QJsonValue& value) {
    RoutineRoute route;
    route.id = wholeNumber(value["ConfigId"_L1], u"ConfigId"_s);
    route.name = value["RouteName"_L1].toString();
    route.routine = value["RoutineName"_L1].toString();
    route.rule = value["Rule"_L1].toString();
    route.isOn = value["RouteEnable"_L1].toString() == "on"_L1 && value["Bypass"_L1].toString() != "on"_L1;
    return route;
}

} // namespace

QString routineRule(const QString& baseDomain, const QString& siteName) {
    return u"(ends_with(http.host, \".%1\")) or (http.host ne \"%2\" and not ends_with(http.host, \".%2\"))"_s.arg(
        baseDomain, siteName);
}

bool coversRule(const QString& rule, const QString& wanted) {
    const QString plain = rule.simplified();
    return plain == wanted || plain == "true"_L1 || plain == "starts_with(http.request.uri.path, \"/\")"_L1
        || plain == "(starts_with(http.request.uri.path, \"/\"))"_L1;
}

RoutineRoutes::RoutineRoutes(RpcClient esa, qint64 siteId, QString routine, QString baseDomain)
    : m_esa(std::move(esa)), m_siteId(siteId), m_routine(std::move(routine)), m_baseDomain(std::move(baseDomain)) { }

QCoro::Task<RoutineRoutes::State> RoutineRoutes::find(std::stop_token stop) const {
    State state;
    const QString site = co_await siteName(stop);
    state.wantedRule = routineRule(m_baseDomain, site);
    const QList<RoutineRoute> routes = co_await list(stop);
    for (const RoutineRoute& route : routes) {
        if (route.routine == m_routine && route.isOn && coversRule(route.rule, state.wantedRule)) {
            state.kind = State::Kind::Covers;
            state.route = route;
            co_return state;
        }
        if (route.routine == m_routine && route.name == m_routine) {
            state.kind = State::Kind::Different;
            state.route = route;
        }
    }
    co_return state;
}

QCoro::Task<> RoutineRoutes::ensure(std::stop_token stop) const {
    const State state = co_await find(stop);
    if (state.kind == State::Kind::Covers) {
        co_return;
    }
    Parameters what{{"SiteId", QByteArray::number(m_siteId)}, {"RoutineName", m_routine.toUtf8()},
        {"RouteName", m_routine.toUtf8()}, {"Rule", state.wantedRule.toUtf8()}, {"RouteEnable", "on"},
        {"Bypass", "off"}, {"Fallback", "off"}};
    const bool isThere = state.kind == State::Kind::Different;
    if (isThere) {
        what.append({"ConfigId", QByteArray::number(state.route.id)});
    }
    RpcCall call = esaCall(isThere ? "UpdateRoutineRoute"_ba : "CreateRoutineRoute"_ba, what);
    co_await m_esa.call(std::move(call), stop);
}

QCoro::Task<QString> RoutineRoutes::siteName(std::stop_token stop) const {
    RpcCall call = esaCall("GetSite", {{"SiteId", QByteArray::number(m_siteId)}});
    call.subject = QString::number(m_siteId);
    const QJsonObject answer = co_await m_esa.call(std::move(call), stop);
    const QString name = answer.value("SiteModel"_L1).toObject().value("SiteName"_L1).toString();
    if (name.isEmpty()) {
        throw Error(ErrorKind::MalformedResponse, u"GetSite"_s, u"a site without a name"_s);
    }
    co_return name;
}

QCoro::Task<QList<RoutineRoute>> RoutineRoutes::list(std::stop_token stop) const {
    QList<RoutineRoute> routes;
    for (int page = 1;; ++page) {
        RpcCall call = esaCall("ListSiteRoutes",
            {{"SiteId", QByteArray::number(m_siteId)}, {"PageNumber", QByteArray::number(page)},
                {"PageSize", QByteArray::number(routesOnOnePage)}});
        const QJsonObject answer = co_await m_esa.call(std::move(call), stop);
        const QJsonArray configs = listIn(answer, u"Configs"_s);
        for (const QJsonValue& config : configs) {
            routes.append(routeFrom(config));
        }
        if (configs.size() < routesOnOnePage) {
            co_return routes;
        }
    }
}

} // namespace miaobu::aliyun
