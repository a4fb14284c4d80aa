#include "aliyun/emulator/api_server.h"
#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/esa_controls.h"
#include "aliyun/emulator/function_runner.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/service_fault.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr std::size_t longestProgramme = 1U << 20;

Fault faultFrom(const QJsonValue& value) {
    Fault fault;
    fault.action = toStd(value[u"action"_s].toString());
    fault.call = value[u"call"_s].toInt(fault.call);
    fault.times = value[u"times"_s].toInt(fault.times);
    fault.always = value[u"always"_s].toBool(fault.always);
    fault.status = value[u"status"_s].toInt(fault.status);
    fault.code = toStd(value[u"code"_s].toString(toQt(fault.code)));
    const QString effect = value[u"effect"_s].toString(u"refuse"_s);
    if (fault.action.empty()
        || (effect != "refuse"_L1 && effect != "deny"_L1 && effect != "cut-before"_L1 && effect != "cut-after"_L1)) {
        throw ServiceFault{
            400, "InvalidFault", "A fault names an action, and its effect is refuse, deny, cut-before or cut-after."};
    }
    fault.effect = effect == "refuse"_L1 ? Fault::Effect::Refuse
        : effect == "deny"_L1            ? Fault::Effect::Deny
        : effect == "cut-before"_L1      ? Fault::Effect::CutBefore
                                         : Fault::Effect::CutAfter;
    return fault;
}

void programme(const QJsonObject& object, Faults& faults, ApiWorld& world) {
    const QJsonArray list = object.value(u"faults"_s).toArray();
    std::vector<Fault> added;
    for (const QJsonValue& value : list) {
        added.push_back(faultFrom(value));
    }
    for (Fault& fault : added) {
        faults.add(std::move(fault));
    }
    if (object.contains(u"delay"_s)) {
        faults.setDelay(std::chrono::milliseconds(object.value(u"delay"_s).toInteger()));
    }
    if (object.contains(u"kvDelay"_s)) {
        world.kv.setEdgeDelay(std::chrono::milliseconds(object.value(u"kvDelay"_s).toInteger()));
    }
    if (object.contains(u"holdKv"_s)) {
        world.kv.holdBack(object.value(u"holdKv"_s).toBool());
    }
    if (object.contains(u"holdFunctions"_s)) {
        world.functions.runner->holdBack(object.value(u"holdFunctions"_s).toBool());
    }
    if (object.value(u"expireTokens"_s).toBool()) {
        world.credentials.expireTemporaryKeys();
    }
}

QJsonObject countersObject(const Faults& faults) {
    QJsonObject object;
    for (const auto& [action, count] : faults.counts()) {
        object.insert(
            toQt(action), QJsonObject{{u"calls"_s, count.calls}, {u"bytes"_s, static_cast<qint64>(count.bytes)}});
    }
    return object;
}

} // namespace

Reply controlReply(const Request& request, Body& body, Faults& faults, ApiWorld& world) {
    if (!equalInConstantTime(request.header("authorization"), "Bearer " + world.credentials.user().accessKeySecret)) {
        throw ServiceFault{401, "Unauthorized", "Control calls need the emulator's own key."};
    }
    Reply reply;
    if (request.path() == "/emulator/counters" && request.method == "GET") {
        reply.set("Content-Type", "application/json");
        reply.body = jsonText(countersObject(faults));
        return reply;
    }
    if (request.path() == "/emulator/root-key" && request.method == "GET") {
        const Credentials& root = world.credentials.root();
        reply.set("Content-Type", "application/json");
        reply.body = jsonText(
            {{u"accessKeyId"_s, toQt(root.accessKeyId)}, {u"accessKeySecret"_s, toQt(root.accessKeySecret)}});
        return reply;
    }
    if (request.path() == "/emulator/function-log" && request.method == "GET") {
        const FunctionLogPiece piece = world.functions.runner->readLog(
            request.parameter("function").value_or(std::string()), request.parameter("cursor").value_or(std::string()));
        reply.set("Content-Type", "application/json");
        reply.body
            = jsonText({{u"text"_s, toQt(piece.text)}, {u"cursor"_s, toQt(piece.cursor)}, {u"more"_s, piece.more}});
        return reply;
    }
    if (request.path() == "/emulator/faults" && request.method == "POST") {
        programme(jsonObject(body.readAll(longestProgramme).value_or(std::string())), faults, world);
    } else if (request.path() == "/emulator/esa" && request.method == "POST") {
        orderOfEsa(world.esa, jsonObject(body.readAll(longestProgramme).value_or(std::string())));
    } else if (request.path() == "/emulator/faults" && request.method == "DELETE") {
        faults.clear();
        forgetEsaOrders(world.esa);
        world.kv.setEdgeDelay(std::chrono::milliseconds(0));
        world.kv.holdBack(false);
        world.functions.runner->holdBack(false);
    } else {
        throw ServiceFault{404, "NotFound", "There is no such control call."};
    }
    reply.status = 204;
    return reply;
}

} // namespace miaobu::emulator
