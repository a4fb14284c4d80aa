#include "aliyun/emulator/function_plan.h"

#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/function_rules.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/service_fault.h"
#include "aliyun/emulator/small_file.h"
#include "core/model/function_environment.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

std::vector<std::string> texts(const QJsonValue& list) {
    std::vector<std::string> all;
    for (const QJsonValue& value : list.toArray()) {
        all.push_back(toStd(value.toString()));
    }
    return all;
}

std::map<std::string, std::string> environmentOf(const QJsonObject& function, const FunctionHome& home, int port) {
    std::map<std::string, std::string> variables{{"FC_ACCOUNT_ID", home.accountId}, {"FC_REGION", home.region},
        {"FC_FUNCTION_NAME", toStd(function.value("functionName"_L1).toString())},
        {"FC_FUNCTION_HANDLER", toStd(function.value("handler"_L1).toString())},
        {"FC_FUNCTION_MEMORY_SIZE", std::to_string(function.value("memorySize"_L1).toInt())},
        {"FC_CUSTOM_LISTEN_PORT", std::to_string(port)}};
    const QJsonObject own = function.value("environmentVariables"_L1).toObject();
    for (auto variable = own.begin(); variable != own.end(); ++variable) {
        variables.insert_or_assign(toStd(variable.key()), toStd(variable.value().toString()));
    }
    return variables;
}

/// Of a container's configuration or a custom runtime's, whose members have the same names.
QJsonObject startOf(const QJsonObject& function) {
    return function.value(isContainer(function) ? "customContainerConfig"_L1 : "customRuntimeConfig"_L1).toObject();
}

} // namespace

ContainerPlan planOf(const QJsonObject& function, const std::string& version, const FunctionHome& home) {
    const QJsonObject config = function.value("customContainerConfig"_L1).toObject();
    const std::string name = toStd(function.value("functionName"_L1).toString());
    ContainerPlan plan;
    // Two instances of one function are there while it is updated.
    plan.name
        = "miaobu-emulator-" + home.mark + "-" + name + (version == "LATEST" ? "" : "." + version) + "-" + randomHex(3);
    plan.label = labelOf(home);
    plan.image = toStd(config.value("image"_L1).toString());
    plan.entrypoint = texts(config.value("entrypoint"_L1));
    plan.command = texts(config.value("command"_L1));
    plan.cpu = function.value("cpu"_L1).toDouble();
    plan.memory = function.value("memorySize"_L1).toInt();
    plan.port = config.value("port"_L1).toInt(9000);
    plan.environment = environmentOf(function, home, plan.port);
    return plan;
}

ProcessPlan planOfCode(const QJsonObject& function, const FunctionHome& home, const std::string& folder) {
    const QJsonObject config = startOf(function);
    ProcessPlan plan;
    plan.folder = folder;
    plan.job = labelOf(home);
    plan.mark = plan.job + "/" + folder.substr(folder.rfind('/') + 1);
    plan.command = texts(config.value("command"_L1));
    if (plan.command.empty()) {
        plan.command = {"/code/bootstrap"};
    }
    const std::vector<std::string> more = texts(config.value("args"_L1));
    plan.command.insert(plan.command.end(), more.begin(), more.end());
    plan.port = config.value("port"_L1).toInt(9000);
    plan.environment = environmentOf(function, home, plan.port);
    return plan;
}

void fetchCode(const QJsonObject& function, const FunctionHome& home, const std::string& file) {
    const QJsonObject code = function.value("code"_L1).toObject();
    const std::string bucket = toStd(code.value("ossBucketName"_L1).toString());
    const std::string key = toStd(code.value("ossObjectName"_L1).toString());
    const bool isThere = bucket.empty() ? replaceFile(file, fromBase64(toStd(code.value("zipFile"_L1).toString())))
                                        : home.copyObject(bucket, key, file);
    if (!isThere) {
        throw ServiceFault{502, "CodeNotFound", "The code package " + key + " is not in the bucket " + bucket + "."};
    }
}

QStringList secretsOf(const QJsonObject& function) {
    FunctionEnvironment environment;
    const QJsonObject own = function.value("environmentVariables"_L1).toObject();
    for (auto variable = own.begin(); variable != own.end(); ++variable) {
        environment.insert(variable.key(), variable.value().toString());
    }
    return secretsIn(environment);
}

HealthCheck healthCheckOf(const QJsonObject& function) {
    const QJsonObject config = startOf(function).value("healthCheckConfig"_L1).toObject();
    const HealthCheck usual;
    const auto number
        = [&config](QLatin1StringView member, int otherwise) { return config.value(member).toInt(otherwise); };
    return {toStd(config.value("httpGetUrl"_L1).toString()), number("initialDelaySeconds"_L1, usual.initialDelay),
        number("periodSeconds"_L1, usual.period), number("timeoutSeconds"_L1, usual.timeout),
        number("failureThreshold"_L1, usual.failures), number("successThreshold"_L1, usual.successes)};
}

std::optional<PullLogin> pullLoginOf(const QJsonObject& function, const FunctionHome& home) {
    const QJsonObject config = function.value("customContainerConfig"_L1).toObject();
    const std::string image = toStd(config.value("image"_L1).toString());
    const std::string host = image.substr(0, image.find('/'));
    const QJsonObject login = config.value("registryConfig"_L1).toObject().value("authConfig"_L1).toObject();
    if (!login.isEmpty()) {
        return PullLogin{
            host, toStd(login.value("userName"_L1).toString()), toStd(login.value("password"_L1).toString())};
    }
    return home.loginFor(host);
}

std::string labelOf(const FunctionHome& home) {
    return "miaobu.emulator=" + home.mark;
}

} // namespace miaobu::emulator
