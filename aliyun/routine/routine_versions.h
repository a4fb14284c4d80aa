#pragma once

#include "aliyun/routine/routine_plan.h"
#include "aliyun/wire/rpc_client.h"
#include "core/ports/routine_host.h"

#include <optional>

namespace miaobu::aliyun {

enum class RoutineEnvironment { Staging, Production };

/// The code of one edge routine: its versions, and which of them answers where (ESA 2024-09-10). Throws Error; Error(Cancelled) once stop
/// was requested.
class RoutineVersions {
public:
    RoutineVersions(
        RpcClient esa, std::shared_ptr<HttpClient> client, RetryPolicy policy, RoutinePlan plan, RoutinePace pace);

    /// The newest first; nothing when there is no routine of that name. Every version's code is read, so that isOurs is certain.
    QCoro::Task<std::optional<QList<RoutineVersion>>> find(std::stop_token stop) const;
    /// Makes the routine, without any code; one that is there already is no failure.
    QCoro::Task<> create(std::stop_token stop) const;
    /// A routine keeps 10 versions: removes the oldest ones that answer nowhere until there is room for one more.
    /// \throws Error(QuotaExceeded) when every one of them answers somewhere
    QCoro::Task<> makeRoom(QList<RoutineVersion> versions, std::stop_token stop) const;
    /// Sends the code to where the service says; it becomes a version with commit().
    QCoro::Task<> upload(std::stop_token stop) const;
    /// \returns the version
    QCoro::Task<QString> commit(std::stop_token stop) const;
    /// Waits until the service has built \a version. \throws Error(ServiceError) when it could not, and removes it; Error(Timeout)
    QCoro::Task<> waitUntilBuilt(QString version, std::stop_token stop) const;
    QCoro::Task<> deploy(QString version, RoutineEnvironment environment, std::stop_token stop) const;
    /// \throws Error(ChecksumMismatch) unless staging answers with \a version alone, and the service keeps our code as it.
    QCoro::Task<> checkStaging(QString version, std::stop_token stop) const;

private:
    QCoro::Task<QJsonObject> call(QByteArray action, Parameters more, std::stop_token stop) const;
    QCoro::Task<QJsonObject> call(QByteArray action, std::stop_token stop) const;
    QCoro::Task<bool> isOurs(QString version, std::stop_token stop) const;
    QCoro::Task<QList<RoutineVersion>> list(std::stop_token stop) const;
    QCoro::Task<QList<RoutineVersion>> compare(QList<RoutineVersion> versions, std::stop_token stop) const;

    RpcClient m_esa;
    std::shared_ptr<HttpClient> m_client;
    RetryPolicy m_policy;
    RoutinePlan m_plan;
    RoutinePace m_pace;
};

} // namespace miaobu::aliyun
