#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/function_rules.h"
#include "aliyun/emulator/function_world.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/roa_action.h"
#include "aliyun/emulator/trigger_servers.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

const std::array methods{"GET"_L1, "POST"_L1, "PUT"_L1, "DELETE"_L1, "HEAD"_L1, "PATCH"_L1, "OPTIONS"_L1};

void checkConfig(const QJsonValue& value) {
    if (!value.isString()) {
        throw invalidArgument("triggerConfig must be a string that holds a JSON object");
    }
    const QJsonDocument document = QJsonDocument::fromJson(value.toString().toUtf8());
    if (!document.isObject()) {
        throw invalidArgument("triggerConfig is not valid JSON");
    }
    const QString authType = document[u"authType"_s].toString(u"function"_s);
    if (authType != "anonymous"_L1 && authType != "function"_L1 && authType != "jwt"_L1) {
        throw invalidArgument("authType must be anonymous, function or jwt");
    }
    const QJsonArray wanted = document[u"methods"_s].toArray();
    const bool known = std::all_of(wanted.begin(), wanted.end(), [](const QJsonValue& method) {
        return std::find(methods.begin(), methods.end(), method.toString()) != methods.end();
    });
    if (wanted.isEmpty() || !known) {
        throw invalidArgument("methods must name one or more of GET, POST, PUT, DELETE, HEAD, PATCH, OPTIONS");
    }
}

std::string keyOf(const RoaCall& call) {
    return call.name("functionName") + "/" + call.name("triggerName");
}

QJsonObject triggerNamed(const RoaCall& call) {
    static_cast<void>(functionNamed(call.world.functions, call.name("functionName")));
    const auto trigger = call.world.functions.triggers.find(keyOf(call));
    if (!trigger) {
        throw ServiceFault{404, "TriggerNotFound",
            "trigger '" + call.name("triggerName") + "' does not exist in function '" + call.name("functionName")
                + "'"};
    }
    return *trigger;
}

/// A trigger with its address, which is known to the server that answers it.
QJsonObject answerOf(const FunctionWorld& world, QJsonObject trigger) {
    const QString address = world.servers->address(toStd(trigger.value("triggerId"_L1).toString()));
    trigger.remove("port"_L1);
    trigger.insert("httpTrigger"_L1, QJsonObject{{u"urlInternet"_s, address}, {u"urlIntranet"_s, address}});
    return trigger;
}

RoaAnswer createTrigger(const RoaCall& call) {
    FunctionWorld& world = call.world.functions;
    const std::string& function = call.name("functionName");
    const std::lock_guard lock(world.changes);
    const QJsonObject owner = functionNamed(world, function);
    const std::string name = toStd(call.body.value("triggerName"_L1).toString());
    if (!isResourceName(name, 128)) {
        throw invalidArgument("triggerName must have 1 to 128 letters, digits, _ or -, the first no digit and no -");
    }
    if (call.body.value("triggerType"_L1) != u"http"_s) {
        throw invalidArgument("This service has triggers of the type http only");
    }
    checkConfig(call.body.value("triggerConfig"_L1));
    const QString qualifier = call.body.value("qualifier"_L1).toString(u"LATEST"_s);
    static_cast<void>(versionOf(world, function, toStd(qualifier)));
    for (const auto& [known, trigger] : world.triggers.all(function + "/")) {
        if (known == function + "/" + name || trigger.value("qualifier"_L1) == qualifier) {
            throw ServiceFault{409, "TriggerAlreadyExists",
                "trigger '" + name + "' or another http trigger of the qualifier exists in function '" + function
                    + "'"};
        }
    }
    const QString now = timeStamp();
    const QJsonObject trigger{{u"triggerName"_s, toQt(name)}, {u"triggerId"_s, toQt(randomHex(16))},
        {u"triggerType"_s, u"http"_s}, {u"triggerConfig"_s, call.body.value("triggerConfig"_L1)},
        {u"qualifier"_s, qualifier}, {u"description"_s, call.body.value("description"_L1).toString()},
        {u"functionName"_s, toQt(function)}, {u"targetArn"_s, owner.value("functionArn"_L1)}, {u"createdTime"_s, now},
        {u"lastModifiedTime"_s, now}};
    world.triggers.put(function + "/" + name, trigger);
    world.servers->follow();
    return {answerOf(world, trigger)};
}

RoaAnswer getTrigger(const RoaCall& call) {
    return {answerOf(call.world.functions, triggerNamed(call))};
}

RoaAnswer listTriggers(const RoaCall& call) {
    const FunctionWorld& world = call.world.functions;
    const std::string& function = call.name("functionName");
    static_cast<void>(functionNamed(world, function));
    std::vector<std::pair<std::string, QJsonObject>> found;
    for (const auto& [name, trigger] : world.triggers.all(function + "/" + call.query("prefix"))) {
        found.emplace_back(name, answerOf(world, trigger));
    }
    const RoaPage page = pageOf(call, found);
    QJsonArray list;
    for (const QJsonObject& trigger : page.records) {
        list.append(trigger);
    }
    QJsonObject answer{{u"triggers"_s, list}};
    if (!page.nextToken.empty()) {
        answer.insert(u"nextToken"_s, toQt(page.nextToken));
    }
    return {answer};
}

RoaAnswer updateTrigger(const RoaCall& call) {
    FunctionWorld& world = call.world.functions;
    const std::lock_guard lock(world.changes);
    QJsonObject trigger = triggerNamed(call);
    if (call.body.contains("triggerConfig"_L1)) {
        checkConfig(call.body.value("triggerConfig"_L1));
    }
    if (call.body.contains("qualifier"_L1)) {
        const std::string qualifier = toStd(call.body.value("qualifier"_L1).toString());
        static_cast<void>(versionOf(world, call.name("functionName"), qualifier));
    }
    for (const QLatin1StringView member : {"triggerConfig"_L1, "qualifier"_L1, "description"_L1}) {
        if (call.body.contains(member)) {
            trigger.insert(member, call.body.value(member));
        }
    }
    trigger.insert("lastModifiedTime"_L1, timeStamp());
    world.triggers.put(keyOf(call), trigger);
    return {answerOf(world, trigger)};
}

RoaAnswer deleteTrigger(const RoaCall& call) {
    FunctionWorld& world = call.world.functions;
    const std::lock_guard lock(world.changes);
    static_cast<void>(triggerNamed(call));
    world.triggers.remove(keyOf(call));
    world.servers->follow();
    return {{}, 204};
}

} // namespace

std::vector<RoaAction> triggerActions() {
    constexpr std::string_view all = "/2023-03-30/functions/{functionName}/triggers";
    constexpr std::string_view one = "/2023-03-30/functions/{functionName}/triggers/{triggerName}";
    return {
        {functionVersion, "CreateTrigger", "POST", all, {}, createTrigger},
        {functionVersion, "ListTriggers", "GET", all, {"prefix", "limit", "nextToken"}, listTriggers},
        {functionVersion, "GetTrigger", "GET", one, {}, getTrigger},
        {functionVersion, "UpdateTrigger", "PUT", one, {}, updateTrigger},
        {functionVersion, "DeleteTrigger", "DELETE", one, {}, deleteTrigger},
    };
}

} // namespace miaobu::emulator
