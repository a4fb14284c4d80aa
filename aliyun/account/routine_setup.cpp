#include "aliyun/account/routine_setup.h"

#include "aliyun/wire/esa_actions.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

QStringList answering(const QList<RoutineVersion>& versions) {
    QStringList names;
    for (const RoutineVersion& version : versions) {
        if (version.isInProduction) {
            names.append(version.version);
        }
    }
    return names;
}

EsaRoutineHost hostOf(const AccountAccess& access) {
    return {esaOf(access), access.client, access.pace.calls, routinePlan(access.config), access.pace.routine};
}

RoutineRoutes routesOf(const AccountAccess& access) {
    const RoutinePlan plan = routinePlan(access.config);
    return {esaOf(access), plan.siteId, plan.name, plan.baseDomain};
}

} // namespace

RoutineSetup::RoutineSetup(const AccountAccess& access)
    : m_name(routinePlan(access.config).name), m_esa(esaOf(access)), m_host(hostOf(access)) { }

QCoro::Task<SetupStep> RoutineSetup::examine(std::stop_token stop) {
    const std::optional<QList<RoutineVersion>> versions = co_await m_host.findVersions(stop);
    switch (versions ? productionOf(*versions) : RoutineStatus::Production::Missing) {
    case RoutineStatus::Production::Ours:
        co_return step(SetupStep::State::Present);
    case RoutineStatus::Production::Other:
        co_return step(SetupStep::State::Different, answering(*versions).join(u", "_s));
    case RoutineStatus::Production::Missing:
        break;
    }
    RpcCall call = esaCall("GetErService", {});
    const QJsonObject service = co_await m_esa.call(std::move(call), stop);
    const QString status = service.value("Status"_L1).toString();
    if (status.isEmpty()) {
        throw Error(ErrorKind::MalformedResponse, u"GetErService"_s, u"no status"_s);
    }
    if (status == "NotOpened"_L1) {
        co_return blocked(Obstacle::NotActivated, u"ESA Edge Routine"_s);
    }
    co_return step(SetupStep::State::Missing);
}

QCoro::Task<> RoutineSetup::make(std::stop_token stop) {
    co_await m_host.installCode([](RoutineStage) { }, stop);
}

RouteSetup::RouteSetup(const AccountAccess& access, SiteView site)
    : m_baseDomain(routinePlan(access.config).baseDomain), m_site(std::move(site)), m_routes(routesOf(access)) { }

QCoro::Task<SetupStep> RouteSetup::examine(std::stop_token stop) {
    if (m_site.error) {
        throw Error(*m_site.error);
    }
    if (m_site.obstacle != Obstacle::None) {
        co_return blocked(m_site.obstacle, m_site.detail);
    }
    const RoutineRoutes::State state = co_await m_routes.find(stop);
    switch (state.kind) {
    case RoutineRoutes::State::Kind::Covers:
        co_return step(SetupStep::State::Present);
    case RoutineRoutes::State::Kind::Different:
        co_return step(SetupStep::State::Different, state.route.isOn ? state.route.rule : u"RouteEnable=off"_s);
    case RoutineRoutes::State::Kind::Missing:
        break;
    }
    co_return step(SetupStep::State::Missing);
}

QCoro::Task<> RouteSetup::make(std::stop_token stop) {
    co_await m_routes.ensure(stop);
}

} // namespace miaobu::aliyun
