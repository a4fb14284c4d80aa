#pragma once

#include "aliyun/account/account_access.h"
#include "aliyun/account/setup_task.h"
#include "aliyun/account/site_view.h"
#include "aliyun/routine/esa_routine_host.h"

namespace miaobu::aliyun {

/// The edge routine: its code, in production.
class RoutineSetup final : public SetupTask {
public:
    explicit RoutineSetup(const AccountAccess& access);

    [[nodiscard]] SetupPart part() const override { return SetupPart::Routine; }
    [[nodiscard]] QString subject() const override { return m_name; }
    QCoro::Task<SetupStep> examine(std::stop_token stop) override;
    QCoro::Task<> make(std::stop_token stop) override;

private:
    QString m_name;
    RpcClient m_esa;
    EsaRoutineHost m_host;
};

/// The route that leads every project's visitors to the routine; see routineRule().
class RouteSetup final : public SetupTask {
public:
    RouteSetup(const AccountAccess& access, SiteView site);

    [[nodiscard]] SetupPart part() const override { return SetupPart::RoutineRoute; }
    [[nodiscard]] QString subject() const override { return m_baseDomain; }
    QCoro::Task<SetupStep> examine(std::stop_token stop) override;
    QCoro::Task<> make(std::stop_token stop) override;

private:
    QString m_baseDomain;
    SiteView m_site;
    RoutineRoutes m_routes;
};

} // namespace miaobu::aliyun
