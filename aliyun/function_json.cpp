#include "aliyun/function_json.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

const QString container = u"custom-container"_s;

QJsonObject healthCheck(const QString& path) {
    return {{u"httpGetUrl"_s, path}, {u"initialDelaySeconds"_s, 3}, {u"periodSeconds"_s, 3}, {u"timeoutSeconds"_s, 1},
        {u"failureThreshold"_s, 10}, {u"successThreshold"_s, 1}};
}

QJsonObject startOf(const FunctionSpecification& specification, const QString& commandMember) {
    QJsonObject start{{u"port"_s, specification.port}};
    if (!specification.command.isEmpty()) {
        start.insert(commandMember, QJsonArray::fromStringList(specification.command));
    }
    if (!specification.healthPath.isEmpty()) {
        start.insert(u"healthCheckConfig"_s, healthCheck(specification.healthPath));
    }
    return start;
}

QJsonObject environmentOf(const FunctionSpecification& specification) {
    QJsonObject environment;
    for (auto [name, value] : specification.environment.asKeyValueRange()) {
        environment.insert(name, value);
    }
    return environment;
}

QStringList strings(const QJsonValue& array) {
    QStringList list;
    for (const QJsonValue& one : array.toArray()) {
        list.append(one.toString());
    }
    return list;
}

FunctionSpecification specificationFromJson(const QJsonObject& json) {
    FunctionSpecification specification;
    specification.name = json.value("functionName"_L1).toString();
    const QString runtime = json.value("runtime"_L1).toString();
    const bool isImage = runtime == container;
    const QJsonObject start = json.value(isImage ? "customContainerConfig"_L1 : "customRuntimeConfig"_L1).toObject();
    specification.image = start.value("image"_L1).toString();
    specification.runtime = isImage ? QString() : runtime;
    specification.command = isImage ? strings(start.value("entrypoint"_L1)) + strings(start.value("command"_L1))
                                    : strings(start.value("command"_L1));
    specification.port = start.value("port"_L1).toInt(9000);
    specification.healthPath = start.value("healthCheckConfig"_L1)["httpGetUrl"_L1].toString();
    specification.cpu = json.value("cpu"_L1).toDouble(specification.cpu);
    specification.memory = json.value("memorySize"_L1).toInt(specification.memory);
    specification.disk = json.value("diskSize"_L1).toInt(specification.disk);
    specification.timeout = json.value("timeout"_L1).toInt(specification.timeout);
    specification.concurrency = json.value("instanceConcurrency"_L1).toInt(specification.concurrency);
    const QJsonObject environment = json.value("environmentVariables"_L1).toObject();
    for (auto variable = environment.begin(); variable != environment.end(); ++variable) {
        specification.environment.insert(variable.key(), variable->toString());
    }
    return specification;
}

FunctionState::State stateFromText(const QString& text) {
    // An answer without a state is of a function that was there before states were.
    return text == "Pending"_L1 ? FunctionState::State::Pending
        : text == "Failed"_L1   ? FunctionState::State::Failed
        : text == "Inactive"_L1 ? FunctionState::State::Inactive
                                : FunctionState::State::Active;
}

} // namespace

QJsonObject functionToJson(const FunctionSpecification& specification, const FunctionContext& context) {
    QJsonObject json{{u"functionName"_s, specification.name}, {u"handler"_s, u"handler"_s},
        {u"cpu"_s, specification.cpu}, {u"memorySize"_s, specification.memory}, {u"diskSize"_s, specification.disk},
        {u"timeout"_s, specification.timeout}, {u"instanceConcurrency"_s, specification.concurrency},
        {u"internetAccess"_s, true}, {u"environmentVariables"_s, environmentOf(specification)}};
    if (!context.role.isEmpty()) {
        json.insert(u"role"_s, context.role);
    }
    if (specification.image.isEmpty()) {
        json.insert(u"runtime"_s, specification.runtime);
        json.insert(u"code"_s,
            QJsonObject{
                {u"ossBucketName"_s, specification.codeBucket}, {u"ossObjectName"_s, specification.codeObject}});
        json.insert(u"customRuntimeConfig"_s, startOf(specification, u"command"_s));
        return json;
    }
    // The service refuses an image together with code. What starts the app replaces the image's entry point and its arguments.
    json.insert(u"runtime"_s, container);
    QJsonObject start = startOf(specification, u"entrypoint"_s);
    start.insert(u"image"_s, specification.image);
    if (!context.acrInstanceId.isEmpty()) {
        start.insert(u"acrInstanceId"_s, context.acrInstanceId);
    }
    json.insert(u"customContainerConfig"_s, start);
    return json;
}

FunctionState functionFromJson(const QJsonObject& json) {
    FunctionState state;
    state.specification = specificationFromJson(json);
    state.state = stateFromText(json.value("state"_L1).toString());
    state.isUpdating = json.value("lastUpdateStatus"_L1) == "InProgress"_L1;
    state.updateFailed = json.value("lastUpdateStatus"_L1) == "Failed"_L1;
    const QString member = state.updateFailed ? u"lastUpdateStatusReason"_s : u"stateReason"_s;
    state.detail = json.value(member).toString();
    return state;
}

} // namespace miaobu::aliyun
