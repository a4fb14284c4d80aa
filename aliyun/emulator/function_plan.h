#pragma once

#include "aliyun/emulator/container_engine.h"
#include "aliyun/emulator/container_plan.h"
#include "aliyun/emulator/function_instance.h"
#include "aliyun/emulator/process_plan.h"

namespace miaobu::emulator {

/// What an emulator adds to each of its functions.
struct FunctionHome {
    std::string logFolder;
    std::string codeFolder; ///< Where code packages are unpacked while they run
    std::string mark; ///< The same for all instances of one MIAOBU_HOME, and for no others
    std::string accountId;
    std::string region;
    /// How to pull from a registry, where that needs a login this computer's engine does not have.
    std::function<std::optional<PullLogin>(const std::string& host)> loginFor;
    /// Copies an object of a bucket into a file. \returns false when there is no such object
    std::function<bool(const std::string& bucket, const std::string& key, const std::string& file)> copyObject;
};

/// How a container function runs. \a function is its record.
[[nodiscard]] ContainerPlan planOf(const QJsonObject& function, const std::string& version, const FunctionHome& home);
/// How a code package runs once it is unpacked into \a folder.
[[nodiscard]] ProcessPlan planOfCode(const QJsonObject& function, const FunctionHome& home, const std::string& folder);
/// Writes the package of \a function to \a file. \throws ServiceFault when it is not there
void fetchCode(const QJsonObject& function, const FunctionHome& home, const std::string& file);
[[nodiscard]] HealthCheck healthCheckOf(const QJsonObject& function);
/// The values of its environment that no log may show.
[[nodiscard]] QStringList secretsOf(const QJsonObject& function);
/// Its own registry's, or the one of the function's registryConfig.
[[nodiscard]] std::optional<PullLogin> pullLoginOf(const QJsonObject& function, const FunctionHome& home);
/// "miaobu.emulator={mark}", for containers and for programs
[[nodiscard]] std::string labelOf(const FunctionHome& home);

} // namespace miaobu::emulator
