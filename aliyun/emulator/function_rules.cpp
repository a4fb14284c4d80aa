#include "aliyun/emulator/function_rules.h"

#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/roa_action.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr qsizetype mostEnvironment = 4096;
constexpr qsizetype mostTags = 20;

const std::array memberNames{"functionName"_L1, "runtime"_L1, "handler"_L1, "customContainerConfig"_L1, "code"_L1,
    "customRuntimeConfig"_L1, "cpu"_L1, "memorySize"_L1, "diskSize"_L1, "timeout"_L1, "instanceConcurrency"_L1,
    "environmentVariables"_L1, "internetAccess"_L1, "logConfig"_L1, "role"_L1, "vpcConfig"_L1, "layers"_L1,
    "instanceLifecycleConfig"_L1, "idleTimeout"_L1, "disableInjectCredentials"_L1, "tags"_L1, "description"_L1,
    "resourceGroupId"_L1, "customDNS"_L1, "gpuConfig"_L1, "nasConfig"_L1, "ossMountConfig"_L1, "tracingConfig"_L1,
    "disableOndemand"_L1, "sessionAffinity"_L1, "sessionAffinityConfig"_L1, "instanceIsolationMode"_L1,
    "polarFsConfig"_L1};

const std::array runtimes{"custom-container"_L1, "custom"_L1, "custom.debian10"_L1, "custom.debian11"_L1,
    "custom.debian12"_L1, "python3"_L1, "python3.9"_L1, "python3.10"_L1, "python3.12"_L1, "nodejs12"_L1, "nodejs14"_L1,
    "nodejs16"_L1, "nodejs18"_L1, "nodejs20"_L1, "java8"_L1, "java11"_L1, "php7.2"_L1, "dotnetcore3.1"_L1, "go1"_L1};

/// What decides how an instance runs.
const std::array runningMembers{"runtime"_L1, "handler"_L1, "customContainerConfig"_L1, "code"_L1,
    "customRuntimeConfig"_L1, "cpu"_L1, "memorySize"_L1, "diskSize"_L1, "environmentVariables"_L1, "internetAccess"_L1,
    "layers"_L1, "role"_L1, "vpcConfig"_L1};

void checkInteger(const QJsonObject& object, QLatin1StringView member, qint64 lowest, qint64 highest) {
    const QJsonValue value = object.value(member);
    if (value.isUndefined()) {
        return;
    }
    const double number = value.toDouble(std::nan(""));
    if (!(number >= static_cast<double>(lowest) && number <= static_cast<double>(highest))
        || number != std::floor(number)) {
        throw invalidArgument(std::string(member.data()) + " must be an integer from " + std::to_string(lowest) + " to "
            + std::to_string(highest));
    }
}

bool isMultiple(double number, double step) {
    const double quotient = number / step;
    return std::abs(quotient - std::round(quotient)) < 1e-6;
}

void checkSize(const QJsonObject& function) {
    const double cpu = function.value("cpu"_L1).toDouble();
    const double memory = function.value("memorySize"_L1).toDouble();
    if (!(cpu >= 0.05 && cpu <= 16) || !isMultiple(cpu, 0.05)) {
        throw invalidArgument("cpu must be from 0.05 to 16 and a multiple of 0.05");
    }
    if (!(memory >= 128 && memory <= 32768) || !isMultiple(memory, 64)) {
        throw invalidArgument("memorySize must be from 128 to 32768 and a multiple of 64");
    }
    const double ratio = memory / 1024 / cpu;
    const bool smallest = cpu < 0.06 && memory == 128;
    if (!smallest && (ratio < 1 - 1e-6 || ratio > 4 + 1e-6)) {
        throw invalidArgument("the ratio of cpu to memorySize (in GB) must be between 1:1 and 1:4");
    }
    const int disk = function.value("diskSize"_L1).toInt();
    if (disk != 512 && disk != 10240) {
        throw invalidArgument("diskSize must be 512 or 10240");
    }
    checkInteger(function, "timeout"_L1, 1, 86400);
    checkInteger(function, "instanceConcurrency"_L1, 1, 200);
}

void checkEnvironment(const QJsonObject& function) {
    static const QRegularExpression shape(u"^[A-Za-z_][A-Za-z0-9_]*$"_s);
    const QJsonValue value = function.value("environmentVariables"_L1);
    if (!value.isUndefined() && !value.isObject()) {
        throw invalidArgument("environmentVariables must be an object");
    }
    const QJsonObject variables = value.toObject();
    qsizetype size = 0;
    for (auto variable = variables.begin(); variable != variables.end(); ++variable) {
        const std::string name = toStd(variable.key());
        if (!shape.match(variable.key()).hasMatch()) {
            throw invalidArgument("the name of the environment variable '" + name + "' is invalid");
        }
        if (variable.key().startsWith("FC_"_L1)) {
            throw invalidArgument("the environment variable '" + name + "' is reserved");
        }
        if (!variable.value().isString()) {
            throw invalidArgument("the value of the environment variable '" + name + "' must be a string");
        }
        size += variable.key().toUtf8().size() + variable.value().toString().toUtf8().size();
    }
    if (size > mostEnvironment) {
        throw invalidArgument("the environment variables must not exceed 4096 bytes");
    }
}

void checkHealth(const QJsonObject& config) {
    const QJsonObject health = config.value("healthCheckConfig"_L1).toObject();
    const QString path = health.value("httpGetUrl"_L1).toString();
    if (!path.isEmpty() && (!path.startsWith(u'/') || path.size() > 2048)) {
        throw invalidArgument("httpGetUrl must begin with / and be no longer than 2048 characters");
    }
    checkInteger(health, "initialDelaySeconds"_L1, 0, 120);
    checkInteger(health, "periodSeconds"_L1, 1, 120);
    checkInteger(health, "timeoutSeconds"_L1, 1, 3);
    checkInteger(health, "failureThreshold"_L1, 1, 120);
    checkInteger(health, "successThreshold"_L1, 1, 120);
    checkInteger(config, "port"_L1, 1, 65535);
}

void checkContainer(const QJsonObject& function) {
    static const QRegularExpression shape(u"^[A-Za-z0-9][A-Za-z0-9._:/@-]*$"_s);
    const QJsonObject config = function.value("customContainerConfig"_L1).toObject();
    const QString image = config.value("image"_L1).toString();
    if (image.isEmpty()) {
        throw invalidArgument("image of customContainerConfig is required but not provided");
    }
    if (!shape.match(image).hasMatch() || image.size() > 1024) {
        throw invalidArgument("image '" + toStd(image) + "' is not a valid image");
    }
    if (function.contains("code"_L1)) {
        throw invalidArgument("code must not be set for runtime custom-container");
    }
    if (!function.value("layers"_L1).toArray().isEmpty()) {
        throw invalidArgument("layers are not supported for runtime custom-container");
    }
    checkHealth(config);
}

void checkCode(const QJsonObject& function) {
    if (!function.value("customContainerConfig"_L1).toObject().isEmpty()) {
        throw invalidArgument("customContainerConfig is only supported for runtime custom-container");
    }
    const QJsonObject code = function.value("code"_L1).toObject();
    const bool inBucket
        = !code.value("ossBucketName"_L1).toString().isEmpty() && !code.value("ossObjectName"_L1).toString().isEmpty();
    if (!inBucket && code.value("zipFile"_L1).toString().isEmpty()) {
        throw invalidArgument("Either ossBucketName/ossObjectName or zipFile must be set");
    }
    checkHealth(function.value("customRuntimeConfig"_L1).toObject());
}

void check(const QJsonObject& function) {
    static const QRegularExpression role(u"^acs:ram::\\d+:role/[\\w.-]+$"_s);
    if (!isResourceName(toStd(function.value("functionName"_L1).toString()), 64)) {
        throw invalidArgument("functionName must have 1 to 64 letters, digits, _ or -, the first no digit and no -");
    }
    const QString runtime = function.value("runtime"_L1).toString();
    if (std::find(runtimes.begin(), runtimes.end(), runtime) == runtimes.end()) {
        throw invalidArgument("Runtime '" + toStd(runtime) + "' is not supported");
    }
    if (function.value("handler"_L1).toString().isEmpty()) {
        throw invalidArgument("Handler is required but not provided");
    }
    if (isContainer(function)) {
        checkContainer(function);
    } else {
        checkCode(function);
    }
    checkSize(function);
    checkEnvironment(function);
    const QString arn = function.value("role"_L1).toString();
    if (!arn.isEmpty() && !role.match(arn).hasMatch()) {
        throw invalidArgument("role '" + toStd(arn) + "' is not a valid role ARN");
    }
    if (function.value("tags"_L1).toArray().size() > mostTags) {
        throw invalidArgument("a function has at most 20 tags");
    }
}

} // namespace

QJsonObject checkedFunction(const QJsonObject& input) {
    if (input.contains("cpu"_L1) != input.contains("memorySize"_L1)) {
        throw invalidArgument("cpu and memorySize must be set together");
    }
    QJsonObject function{{u"cpu"_s, 0.35}, {u"memorySize"_s, 512}, {u"diskSize"_s, 512}, {u"timeout"_s, 3},
        {u"instanceConcurrency"_s, 1}, {u"internetAccess"_s, true}};
    for (const QLatin1StringView name : memberNames) {
        if (input.contains(name) && !input.value(name).isNull()) {
            function.insert(name, input.value(name));
        }
    }
    check(function);
    return function;
}

QJsonObject changedFunction(const QJsonObject& function, const QJsonObject& changes) {
    QJsonObject changed = function;
    for (const QLatin1StringView name : memberNames) {
        if (name != "functionName"_L1 && changes.contains(name) && !changes.value(name).isNull()) {
            changed.insert(name, changes.value(name));
        }
        // The way of Alibaba's own tools to take an optional part away.
        if (changed.value(name) == QJsonValue(QJsonObject())) {
            changed.remove(name);
        }
    }
    check(changed);
    return changed;
}

bool runsDifferently(const QJsonObject& before, const QJsonObject& after) {
    return std::any_of(runningMembers.begin(), runningMembers.end(),
        [&](QLatin1StringView name) { return before.value(name) != after.value(name); });
}

bool isContainer(const QJsonObject& function) {
    return function.value("runtime"_L1).toString() == "custom-container"_L1;
}

bool isWebServer(const QJsonObject& function) {
    return function.value("runtime"_L1).toString().startsWith("custom"_L1)
        || !function.value("customRuntimeConfig"_L1).toObject().value("command"_L1).toArray().isEmpty();
}

bool isResourceName(const std::string& name, std::size_t longest) {
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    const auto allowed = [&isLetter](char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '-'; };
    return !name.empty() && name.size() <= longest && isLetter(name.front())
        && std::all_of(name.begin(), name.end(), allowed);
}

} // namespace miaobu::emulator
