#include "aliyun/emulator/function_world.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/roa_action.h"

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr int mostInstances = 10'000;
constexpr int accountInstances = 300;

std::string provisionKey(const RoaCall& call) {
    const std::string& name = call.name("functionName");
    const std::string qualifier = call.query("qualifier");
    static_cast<void>(functionAt(call.world.functions, name, qualifier));
    return name + "/" + (qualifier.empty() ? std::string("LATEST") : qualifier);
}

/// One instance is all a function has here; so many of those asked for are there.
QJsonObject answerOf(const RoaCall& call, QJsonObject config) {
    const QJsonObject function = functionNamed(call.world.functions, call.name("functionName"));
    const bool runs = function.value("state"_L1) == u"Active"_s;
    config.insert("current"_L1, runs ? config.value("defaultTarget"_L1).toInt() : 0);
    config.insert("currentError"_L1, runs ? QString() : function.value("stateReason"_L1).toString());
    config.insert("functionArn"_L1, function.value("functionArn"_L1));
    return config;
}

RoaAnswer putProvisionConfig(const RoaCall& call) {
    const std::lock_guard lock(call.world.functions.changes);
    const std::string key = provisionKey(call);
    const QJsonValue target
        = call.body.value(call.body.contains("defaultTarget"_L1) ? "defaultTarget"_L1 : "target"_L1);
    const int count = target.toInt(-1);
    if (!target.isDouble() || count < 0 || count > mostInstances) {
        throw invalidArgument("defaultTarget must be an integer from 0 to 10000");
    }
    QJsonObject config{{u"defaultTarget"_s, count}, {u"target"_s, count},
        {u"alwaysAllocateCPU"_s, call.body.value("alwaysAllocateCPU"_L1).toBool(true)},
        {u"alwaysAllocateGPU"_s, call.body.value("alwaysAllocateGPU"_L1).toBool(false)},
        {u"scheduledActions"_s, call.body.value("scheduledActions"_L1)},
        {u"targetTrackingPolicies"_s, call.body.value("targetTrackingPolicies"_L1)}};
    call.world.functions.provisions.put(key, config);
    return {answerOf(call, config)};
}

QJsonObject provisionAt(const RoaCall& call, const std::string& key) {
    const auto config = call.world.functions.provisions.find(key);
    if (!config) {
        throw ServiceFault{404, "ProvisionConfigNotFound", "the provision configuration does not exist"};
    }
    return *config;
}

RoaAnswer getProvisionConfig(const RoaCall& call) {
    return {answerOf(call, provisionAt(call, provisionKey(call)))};
}

RoaAnswer deleteProvisionConfig(const RoaCall& call) {
    const std::lock_guard lock(call.world.functions.changes);
    const std::string key = provisionKey(call);
    static_cast<void>(provisionAt(call, key));
    call.world.functions.provisions.remove(key);
    return {{}, 204};
}

RoaAnswer putConcurrencyConfig(const RoaCall& call) {
    const std::lock_guard lock(call.world.functions.changes);
    const QJsonObject function = functionNamed(call.world.functions, call.name("functionName"));
    const QJsonValue reserved = call.body.value("reservedConcurrency"_L1);
    if (!reserved.isDouble() || reserved.toInt(-1) < 0 || reserved.toInt() > accountInstances) {
        throw invalidArgument("reservedConcurrency must be an integer from 0 to 300");
    }
    const QJsonObject config{
        {u"reservedConcurrency"_s, reserved}, {u"functionArn"_s, function.value("functionArn"_L1)}};
    call.world.functions.concurrency.put(call.name("functionName"), config);
    return {config};
}

QJsonObject concurrencyOf(const RoaCall& call) {
    static_cast<void>(functionNamed(call.world.functions, call.name("functionName")));
    const auto config = call.world.functions.concurrency.find(call.name("functionName"));
    if (!config) {
        throw ServiceFault{404, "OnDemandConfigNotFound", "the concurrency configuration does not exist"};
    }
    return *config;
}

RoaAnswer getConcurrencyConfig(const RoaCall& call) {
    return {concurrencyOf(call)};
}

RoaAnswer deleteConcurrencyConfig(const RoaCall& call) {
    const std::lock_guard lock(call.world.functions.changes);
    static_cast<void>(concurrencyOf(call));
    call.world.functions.concurrency.remove(call.name("functionName"));
    return {{}, 204};
}

} // namespace

std::vector<RoaAction> functionScalingActions() {
    constexpr std::string_view provision = "/2023-03-30/functions/{functionName}/provision-config";
    constexpr std::string_view concurrency = "/2023-03-30/functions/{functionName}/concurrency";
    return {
        {functionVersion, "PutProvisionConfig", "PUT", provision, {"qualifier"}, putProvisionConfig},
        {functionVersion, "GetProvisionConfig", "GET", provision, {"qualifier"}, getProvisionConfig},
        {functionVersion, "DeleteProvisionConfig", "DELETE", provision, {"qualifier"}, deleteProvisionConfig},
        {functionVersion, "PutConcurrencyConfig", "PUT", concurrency, {}, putConcurrencyConfig},
        {functionVersion, "GetConcurrencyConfig", "GET", concurrency, {}, getConcurrencyConfig},
        {functionVersion, "DeleteConcurrencyConfig", "DELETE", concurrency, {}, deleteConcurrencyConfig},
    };
}

} // namespace miaobu::emulator
