#pragma once

#include "aliyun/routine/routine_routes.h"
#include "aliyun/routine/routine_versions.h"
#include "core/ports/routine_host.h"

namespace miaobu::aliyun {

/// The edge routine of one target in ESA.
class EsaRoutineHost final : public RoutineHost {
public:
    EsaRoutineHost(RpcClient esa, std::shared_ptr<HttpClient> client, RetryPolicy policy, const RoutinePlan& plan,
        RoutinePace pace = {});

    QCoro::Task<RoutineStatus> status(std::stop_token stop) override;
    QCoro::Task<RoutineStatus> install(Progress progress, std::stop_token stop) override;
    QCoro::Task<RoutineStatus> publish(QString version, std::stop_token stop) override;

    /// As RoutineVersions::find()
    QCoro::Task<std::optional<QList<RoutineVersion>>> findVersions(std::stop_token stop) const;
    /// install() without its last stage: the code answers, and nothing leads to it yet.
    QCoro::Task<> installCode(Progress progress, std::stop_token stop) const;

private:
    QCoro::Task<QString> ensureVersion(QList<RoutineVersion> kept, Progress progress, std::stop_token stop) const;

    QString m_name;
    RoutineVersions m_versions;
    RoutineRoutes m_routes;
};

/// What answers in production, of the versions of a routine.
[[nodiscard]] RoutineStatus::Production productionOf(const QList<RoutineVersion>& versions);

} // namespace miaobu::aliyun
