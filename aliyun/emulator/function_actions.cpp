#include "aliyun/emulator/bucket_shelf.h"
#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/function_rules.h"
#include "aliyun/emulator/function_runner.h"
#include "aliyun/emulator/function_world.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/roa_action.h"
#include "aliyun/emulator/trigger_servers.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

const std::array stateMembers{"state"_L1, "stateReason"_L1, "stateReasonCode"_L1, "lastUpdateStatus"_L1,
    "lastUpdateStatusReason"_L1, "lastUpdateStatusReasonCode"_L1};

/// What is told of a function: neither its code nor what is kept for the next version.
QJsonObject answerOf(QJsonObject function) {
    function.remove("code"_L1);
    function.remove("lastVersion"_L1);
    return function;
}

void checkCodeObject(const BucketShelf& buckets, const QJsonObject& function) {
    const QJsonObject code = function.value("code"_L1).toObject();
    const std::string bucketName = toStd(code.value("ossBucketName"_L1).toString());
    if (isContainer(function) || bucketName.empty()) {
        return;
    }
    const std::string key = toStd(code.value("ossObjectName"_L1).toString());
    const auto bucket = buckets.find(bucketName);
    if (!bucket || !bucket->open(key)) {
        throw invalidArgument("the object '" + key + "' does not exist in the bucket '" + bucketName + "'");
    }
}

RoaAnswer createFunction(const RoaCall& call) {
    FunctionWorld& world = call.world.functions;
    QJsonObject function = checkedFunction(call.body);
    checkCodeObject(call.world.buckets, function);
    const std::string name = toStd(function.value("functionName"_L1).toString());
    const QString now = timeStamp();
    function.insert("functionId"_L1, toQt(randomHex(16)));
    function.insert("functionArn"_L1,
        toQt("acs:fc:" + call.world.credentials.region() + ":" + call.world.credentials.accountId() + ":functions/"
            + name));
    function.insert("createdTime"_L1, now);
    function.insert("lastModifiedTime"_L1, now);
    function.insert("codeSize"_L1, 0);
    function.insert("codeChecksum"_L1, u"0"_s);
    function.insert("state"_L1, u"Pending"_s);
    function.insert("stateReason"_L1, u"Function creating"_s);
    function.insert("stateReasonCode"_L1, u"Creating"_s);
    function.insert("lastUpdateStatus"_L1, u"InProgress"_s);
    function.insert("lastUpdateStatusReason"_L1, u"Function creating"_s);
    function.insert("lastUpdateStatusReasonCode"_L1, u"Creating"_s);
    const std::lock_guard lock(world.changes);
    if (!world.functions.add(name, function)) {
        throw ServiceFault{409, "FunctionAlreadyExists", "function '" + name + "' already exists"};
    }
    world.runner->deploy(name);
    return {answerOf(function)};
}

RoaAnswer updateFunction(const RoaCall& call) {
    FunctionWorld& world = call.world.functions;
    const std::string& name = call.name("functionName");
    const std::lock_guard lock(world.changes);
    const QJsonObject before = functionNamed(world, name);
    QJsonObject after = changedFunction(before, call.body);
    checkCodeObject(call.world.buckets, after);
    after.insert("lastModifiedTime"_L1, timeStamp());
    const bool startsAnew = runsDifferently(before, after) || after.value("state"_L1) != u"Active"_s;
    if (startsAnew) {
        after.insert("lastUpdateStatus"_L1, u"InProgress"_s);
        after.insert("lastUpdateStatusReason"_L1, u"Function updating"_s);
        after.insert("lastUpdateStatusReasonCode"_L1, u"Updating"_s);
    }
    world.functions.put(name, after);
    if (startsAnew) {
        world.runner->deploy(name);
    }
    return {answerOf(after)};
}

RoaAnswer getFunction(const RoaCall& call) {
    return {answerOf(functionAt(call.world.functions, call.name("functionName"), call.query("qualifier")))};
}

/// Whether a function has all the tags of a listing's "tags": [{"Key":…,"Value":…}].
bool hasTags(const QJsonObject& function, const QJsonArray& wanted) {
    const QJsonArray tags = function.value("tags"_L1).toArray();
    const auto member = [](const QJsonValue& tag, QLatin1StringView name, QLatin1StringView lowerName) {
        const QJsonObject object = tag.toObject();
        return object.value(object.contains(name) ? name : lowerName).toString();
    };
    return std::all_of(wanted.begin(), wanted.end(), [&](const QJsonValue& want) {
        return std::any_of(tags.begin(), tags.end(), [&](const QJsonValue& tag) {
            return member(tag, "Key"_L1, "key"_L1) == member(want, "Key"_L1, "key"_L1)
                && member(tag, "Value"_L1, "value"_L1) == member(want, "Value"_L1, "value"_L1);
        });
    });
}

RoaAnswer listFunctions(const RoaCall& call) {
    const QString runtime = toQt(call.query("runtime"));
    const QJsonArray tags = QJsonDocument::fromJson(QByteArray::fromStdString(call.query("tags"))).array();
    std::vector<std::pair<std::string, QJsonObject>> fitting;
    for (auto& [name, function] : call.world.functions.functions.all(call.query("prefix"))) {
        if ((runtime.isEmpty() || function.value("runtime"_L1) == runtime) && hasTags(function, tags)) {
            QJsonObject listed = answerOf(function);
            for (const QLatin1StringView member : stateMembers) {
                listed.remove(member);
            }
            fitting.emplace_back(name, listed);
        }
    }
    const RoaPage page = pageOf(call, fitting);
    QJsonArray list;
    for (const QJsonObject& function : page.records) {
        list.append(function);
    }
    QJsonObject answer{{u"functions"_s, list}};
    if (!page.nextToken.empty()) {
        answer.insert(u"nextToken"_s, toQt(page.nextToken));
    }
    return {answer};
}

RoaAnswer deleteFunction(const RoaCall& call) {
    FunctionWorld& world = call.world.functions;
    const std::string& name = call.name("functionName");
    const std::lock_guard lock(world.changes);
    static_cast<void>(functionNamed(world, name));
    if (!world.provisions.all(name + "/").empty()) {
        throw ServiceFault{
            409, "ProvisionConfigExist", "function '" + name + "' has provision configurations, remove them first"};
    }
    world.functions.remove(name);
    for (RecordStore* store : {&world.triggers, &world.versions, &world.aliases}) {
        store->removeAll(name + "/");
    }
    world.concurrency.remove(name);
    world.servers->follow();
    world.runner->remove(name);
    return {{}, 204};
}

} // namespace

std::vector<RoaAction> functionActions() {
    return {
        {functionVersion, "CreateFunction", "POST", "/2023-03-30/functions", {}, createFunction},
        {functionVersion, "ListFunctions", "GET", "/2023-03-30/functions",
            {"prefix", "limit", "nextToken", "functionName", "runtime", "description", "gpuType", "resourceGroupId",
                "fcVersion", "tags"},
            listFunctions},
        {functionVersion, "UpdateFunction", "PUT", "/2023-03-30/functions/{functionName}", {}, updateFunction},
        {functionVersion, "GetFunction", "GET", "/2023-03-30/functions/{functionName}", {"qualifier"}, getFunction},
        {functionVersion, "DeleteFunction", "DELETE", "/2023-03-30/functions/{functionName}", {}, deleteFunction},
    };
}

} // namespace miaobu::emulator
