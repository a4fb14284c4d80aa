#pragma once

#include "aliyun/emulator/container_plan.h"
#include "aliyun/emulator/function_container.h"

namespace miaobu::emulator {

/// What an emulator adds to each of its functions.
struct FunctionHome {
    std::string folder; ///< Of logs
    std::string mark; ///< The same for all containers of one MIAOBU_HOME, and for no others
    std::string accountId;
    std::string region;
    /// How to pull from a registry, where that needs a login this computer's engine does not have.
    std::function<std::optional<PullLogin>(const std::string& host)> loginFor;
};

/// How a container function runs. \a function is its record.
[[nodiscard]] ContainerPlan planOf(const QJsonObject& function, const std::string& version, const FunctionHome& home);
[[nodiscard]] HealthCheck healthCheckOf(const QJsonObject& function);
/// Its own registry's, or the one of the function's registryConfig.
[[nodiscard]] std::optional<PullLogin> pullLoginOf(const QJsonObject& function, const FunctionHome& home);
/// "miaobu.emulator={mark}"
[[nodiscard]] std::string labelOf(const FunctionHome& home);

} // namespace miaobu::emulator
