#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/page.h"
#include "aliyun/emulator/routine_state.h"

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

void checkRule(const std::string& rule) {
    int depth = 0;
    bool quoted = false;
    bool good = !rule.empty();
    for (const char c : rule) {
        quoted = c == '"' ? !quoted : quoted;
        depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
        good = good && depth >= 0;
    }
    const bool known = rule == "true" || rule.find("http.") != std::string::npos || rule.find("ip.") == 0;
    if (!good || quoted || depth != 0 || !known) {
        throw ServiceFault{400, "InvalidRule", "The specified rule is malformed."};
    }
}

void checkRoute(const ApiParameters& parameters) {
    for (const std::string name : {"RouteEnable", "Bypass", "Fallback"}) {
        checkOneOf(parameters, name, {"on", "off"});
    }
    if (parameters.has("Rule")) {
        checkRule(parameters.text("Rule"));
    }
    const long long timeout = parameters.integer("Timeout", 5);
    if (timeout < 5 || timeout > 60) {
        throw ServiceFault{400, "InvalidTimeout", "Timeout is from 5 to 60 seconds."};
    }
}

void apply(QJsonObject& route, const ApiParameters& parameters) {
    for (const std::string name : {"RouteName", "Rule", "RouteEnable", "Bypass", "Fallback", "Timeout", "Mode"}) {
        if (parameters.has(name)) {
            route.insert(toQt(name), toQt(parameters.text(name)));
        }
    }
    route.insert(u"Sequence"_s, parameters.integer("Sequence", route.value(u"Sequence"_s).toInteger(1)));
}

QJsonObject existingRoute(const EsaState& state, const ApiParameters& parameters) {
    const QJsonValue site = existingSite(state, parameters).value(u"SiteId"_s);
    const auto route = state.routes.find(idName(parameters.integer("ConfigId", 0)));
    if (!route || route->value(u"SiteId"_s) != site) {
        throw ServiceFault{404, "ConfigNotFound", "The specified route does not exist."};
    }
    return *route;
}

QJsonObject createRoute(EsaState& state, const ApiParameters& parameters) {
    const QJsonObject site = existingSite(state, parameters);
    static_cast<void>(existingRoutine(state, parameters, "RoutineName"));
    checkRoute(parameters);
    for (const auto& [id, other] : state.routes.all()) {
        if (other.value(u"SiteId"_s) == site.value(u"SiteId"_s)
            && other.value(u"RouteName"_s) == toQt(parameters.text("RouteName"))) {
            throw ServiceFault{400, "RouteNameAlreadyExist", "The site has a route of this name already."};
        }
    }
    const long long id = state.nextId();
    QJsonObject route{{u"ConfigId"_s, id}, {u"SiteId"_s, site.value(u"SiteId"_s)},
        {u"SiteName"_s, site.value(u"SiteName"_s)}, {u"RoutineName"_s, toQt(parameters.text("RoutineName"))},
        {u"Bypass"_s, u"off"_s}, {u"Fallback"_s, u"off"_s}, {u"Mode"_s, u"custom"_s}, {u"ConfigType"_s, u"rule"_s},
        {u"SiteVersion"_s, 0}};
    apply(route, parameters);
    state.routes.put(idName(id), route);
    state.routinesChanged();
    return {{u"ConfigId"_s, id}};
}

QJsonObject updateRoute(EsaState& state, const ApiParameters& parameters) {
    QJsonObject route = existingRoute(state, parameters);
    checkRoute(parameters);
    apply(route, parameters);
    state.routes.put(idName(route.value(u"ConfigId"_s).toInteger()), route);
    state.routinesChanged();
    return {};
}

QJsonObject getRoute(EsaState& state, const ApiParameters& parameters) {
    return existingRoute(state, parameters);
}

QJsonObject deleteRoute(EsaState& state, const ApiParameters& parameters) {
    state.routes.remove(idName(existingRoute(state, parameters).value(u"ConfigId"_s).toInteger()));
    state.routinesChanged();
    return {};
}

QJsonObject listRoutineRoutes(EsaState& state, const ApiParameters& parameters) {
    const Page page = pageOf(parameters, 500, 500);
    const QJsonValue name = existingRoutine(state, parameters, "RoutineName").value(u"RoutineName"_s);
    QList<QJsonObject> routes;
    for (const auto& [id, route] : state.routes.all()) {
        if (route.value(u"RoutineName"_s) == name) {
            routes.append(route);
        }
    }
    return pageAnswer(u"Configs"_s, routes, page);
}

QJsonObject listSiteRoutes(EsaState& state, const ApiParameters& parameters) {
    const Page page = pageOf(parameters, 500, 500);
    checkOneOf(parameters, "ConfigType", {"global", "rule"});
    const QJsonValue site = existingSite(state, parameters).value(u"SiteId"_s);
    QList<QJsonObject> routes;
    for (const auto& [id, route] : state.routes.all()) {
        const bool named
            = !parameters.has("RouteName") || route.value(u"RouteName"_s) == toQt(parameters.text("RouteName"));
        const bool wanted = !parameters.has("ConfigId") || id == idName(parameters.integer("ConfigId", 0));
        const bool typed = !parameters.has("ConfigType") || parameters.text("ConfigType") == "rule";
        if (route.value(u"SiteId"_s) == site && named && wanted && typed) {
            routes.append(route);
        }
    }
    return pageAnswer(u"Configs"_s, routes, page);
}

} // namespace

std::vector<ApiAction> routineRouteActions() {
    const ApiParameter site{"SiteId", true};
    const ApiParameter config{"ConfigId", true};
    const ApiParameter routine{"RoutineName", true};
    return {
        {esaVersion, "CreateRoutineRoute", "POST",
            {site, routine, {"RouteName", true}, {"Rule", true}, {"RouteEnable", true}, {"Bypass"}, {"Fallback"},
                {"Mode"}, {"Sequence"}, {"Timeout"}},
            onEsa<createRoute>},
        {esaVersion, "UpdateRoutineRoute", "POST",
            {site, config, {"RoutineName"}, {"RouteName"}, {"Rule"}, {"RouteEnable"}, {"Bypass"}, {"Fallback"},
                {"Mode"}, {"Sequence"}, {"Timeout"}},
            onEsa<updateRoute>},
        {esaVersion, "GetRoutineRoute", "GET|POST", {site, config}, onEsa<getRoute>},
        {esaVersion, "DeleteRoutineRoute", "POST", {site, config}, onEsa<deleteRoute>},
        {esaVersion, "ListRoutineRoutes", "GET|POST", {routine, {"PageNumber"}, {"PageSize"}},
            onEsa<listRoutineRoutes>},
        {esaVersion, "ListSiteRoutes", "GET|POST",
            {site, {"ConfigId"}, {"ConfigType"}, {"RouteName"}, {"PageNumber"}, {"PageSize"}}, onEsa<listSiteRoutes>},
    };
}

} // namespace miaobu::emulator
