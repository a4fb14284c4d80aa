#include "aliyun/emulator/function_rules.h"
#include "aliyun/emulator/function_world.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/roa_action.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

QJsonArray arrayOf(const RoaPage& page) {
    QJsonArray list;
    for (const QJsonObject& record : page.records) {
        list.append(record);
    }
    return list;
}

/// Only what an answer tells; the function of that time stays here.
QJsonObject describeVersion(QJsonObject version) {
    version.remove("function"_L1);
    return version;
}

RoaAnswer publishFunctionVersion(const RoaCall& call) {
    FunctionWorld& world = call.world.functions;
    const std::string& name = call.name("functionName");
    const std::lock_guard lock(world.changes);
    const QJsonObject function = functionNamed(world, name);
    // A number is never given twice, not even when its version was deleted.
    const qint64 number = function.value("lastVersion"_L1).toInteger() + 1;
    world.functions.update(name, [number](QJsonObject& record) { record.insert("lastVersion"_L1, number); });
    const QString now = timeStamp();
    const QJsonObject version{{u"versionId"_s, QString::number(number)}, {u"createdTime"_s, now},
        {u"lastModifiedTime"_s, now}, {u"description"_s, call.body.value("description"_L1).toString()},
        {u"function"_s, function}};
    world.versions.put(name + "/" + std::to_string(number), version);
    return {describeVersion(version)};
}

RoaAnswer listFunctionVersions(const RoaCall& call) {
    const FunctionWorld& world = call.world.functions;
    const std::string& name = call.name("functionName");
    static_cast<void>(functionNamed(world, name));
    std::vector<std::pair<std::string, QJsonObject>> found;
    for (const auto& [key, version] : world.versions.all(name + "/")) {
        found.emplace_back(key, describeVersion(version));
    }
    const RoaPage page = pageOf(call, found);
    QJsonObject answer{{u"versions"_s, arrayOf(page)}, {u"direction"_s, u"FORWARD"_s}};
    if (!page.nextToken.empty()) {
        answer.insert(u"nextToken"_s, toQt(page.nextToken));
    }
    return {answer};
}

RoaAnswer deleteFunctionVersion(const RoaCall& call) {
    FunctionWorld& world = call.world.functions;
    const std::string& name = call.name("functionName");
    const std::lock_guard lock(world.changes);
    static_cast<void>(functionNamed(world, name));
    for (const auto& [key, alias] : world.aliases.all(name + "/")) {
        if (alias.value("versionId"_L1) == toQt(call.name("versionId"))) {
            throw invalidArgument("version '" + call.name("versionId") + "' is used by an alias");
        }
    }
    if (!world.versions.remove(name + "/" + call.name("versionId"))) {
        throw ServiceFault{404, "VersionNotFound",
            "version '" + call.name("versionId") + "' of function '" + name + "' does not exist"};
    }
    return {{}, 204};
}

void checkVersion(const RoaCall& call, const QJsonValue& version) {
    const std::string& name = call.name("functionName");
    const std::string number = toStd(version.toString());
    if (number != "LATEST" && !call.world.functions.versions.find(name + "/" + number)) {
        throw ServiceFault{
            404, "VersionNotFound", "version '" + number + "' of function '" + name + "' does not exist"};
    }
}

RoaAnswer createAlias(const RoaCall& call) {
    FunctionWorld& world = call.world.functions;
    const std::string& name = call.name("functionName");
    const std::lock_guard lock(world.changes);
    static_cast<void>(functionNamed(world, name));
    const std::string alias = toStd(call.body.value("aliasName"_L1).toString());
    if (!isResourceName(alias, 128) || alias == "LATEST") {
        throw invalidArgument("aliasName must have 1 to 128 letters, digits, _ or -, the first no digit and no -");
    }
    checkVersion(call, call.body.value("versionId"_L1));
    const QString now = timeStamp();
    const QJsonObject record{{u"aliasName"_s, toQt(alias)}, {u"versionId"_s, call.body.value("versionId"_L1)},
        {u"description"_s, call.body.value("description"_L1).toString()},
        {u"additionalVersionWeight"_s, call.body.value("additionalVersionWeight"_L1).toObject()},
        {u"createdTime"_s, now}, {u"lastModifiedTime"_s, now}};
    if (!world.aliases.add(name + "/" + alias, record)) {
        throw ServiceFault{
            409, "AliasAlreadyExists", "alias '" + alias + "' already exists in function '" + name + "'"};
    }
    return {record};
}

QJsonObject aliasNamed(const RoaCall& call) {
    static_cast<void>(functionNamed(call.world.functions, call.name("functionName")));
    const auto alias = call.world.functions.aliases.find(call.name("functionName") + "/" + call.name("aliasName"));
    if (!alias) {
        throw ServiceFault{404, "AliasNotFound",
            "alias '" + call.name("aliasName") + "' does not exist in function '" + call.name("functionName") + "'"};
    }
    return *alias;
}

RoaAnswer getAlias(const RoaCall& call) {
    return {aliasNamed(call)};
}

RoaAnswer updateAlias(const RoaCall& call) {
    FunctionWorld& world = call.world.functions;
    const std::lock_guard lock(world.changes);
    QJsonObject alias = aliasNamed(call);
    if (call.body.contains("versionId"_L1)) {
        checkVersion(call, call.body.value("versionId"_L1));
    }
    for (const QLatin1StringView member : {"versionId"_L1, "description"_L1, "additionalVersionWeight"_L1}) {
        if (call.body.contains(member)) {
            alias.insert(member, call.body.value(member));
        }
    }
    alias.insert("lastModifiedTime"_L1, timeStamp());
    world.aliases.put(call.name("functionName") + "/" + call.name("aliasName"), alias);
    return {alias};
}

RoaAnswer listAliases(const RoaCall& call) {
    const std::string& name = call.name("functionName");
    static_cast<void>(functionNamed(call.world.functions, name));
    const auto found = call.world.functions.aliases.all(name + "/" + call.query("prefix"));
    const RoaPage page = pageOf(call, {found.begin(), found.end()});
    QJsonObject answer{{u"aliases"_s, arrayOf(page)}};
    if (!page.nextToken.empty()) {
        answer.insert(u"nextToken"_s, toQt(page.nextToken));
    }
    return {answer};
}

RoaAnswer deleteAlias(const RoaCall& call) {
    FunctionWorld& world = call.world.functions;
    const std::lock_guard lock(world.changes);
    static_cast<void>(aliasNamed(call));
    world.aliases.remove(call.name("functionName") + "/" + call.name("aliasName"));
    return {{}, 204};
}

} // namespace

std::vector<RoaAction> functionVersionActions() {
    constexpr std::string_view versions = "/2023-03-30/functions/{functionName}/versions";
    constexpr std::string_view version = "/2023-03-30/functions/{functionName}/versions/{versionId}";
    constexpr std::string_view aliases = "/2023-03-30/functions/{functionName}/aliases";
    constexpr std::string_view alias = "/2023-03-30/functions/{functionName}/aliases/{aliasName}";
    return {
        {functionVersion, "PublishFunctionVersion", "POST", versions, {}, publishFunctionVersion},
        {functionVersion, "ListFunctionVersions", "GET", versions, {"direction", "limit", "nextToken"},
            listFunctionVersions},
        {functionVersion, "DeleteFunctionVersion", "DELETE", version, {}, deleteFunctionVersion},
        {functionVersion, "CreateAlias", "POST", aliases, {}, createAlias},
        {functionVersion, "ListAliases", "GET", aliases, {"prefix", "limit", "nextToken"}, listAliases},
        {functionVersion, "GetAlias", "GET", alias, {}, getAlias},
        {functionVersion, "UpdateAlias", "PUT", alias, {}, updateAlias},
        {functionVersion, "DeleteAlias", "DELETE", alias, {}, deleteAlias},
    };
}

} // namespace miaobu::emulator
