#include "aliyun/emulator/api_server.h"

#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/service_fault.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

// The longest value, every byte percent-encoded
constexpr std::size_t longestBody = 8'000'000;

Reply jsonReply(int status, const QJsonObject& object) {
    Reply reply;
    reply.status = status;
    reply.set("Content-Type", "application/json;charset=utf-8");
    reply.body = jsonText(object);
    return reply;
}

Reply emptyReply(int status) {
    Reply reply;
    reply.status = status;
    return reply;
}

QJsonObject rpcFaultObject(const ServiceFault& fault, const Request& request, const std::string& requestId) {
    return {{u"RequestId"_s, toQt(requestId)}, {u"HostId"_s, toQt(request.header("host"))},
        {u"Code"_s, toQt(fault.code)}, {u"Message"_s, toQt(fault.message)},
        {u"Recommend"_s, u"https://api.aliyun.com/troubleshoot?q="_s + toQt(fault.code)}};
}

/// What a RAM policy lacks: "esa:PutKv".
QJsonObject deniedDetail(const std::string& version, const std::string& action) {
    const QString product = version == esaVersion ? u"esa"_s
        : version == stsVersion                   ? u"sts"_s
        : version == functionVersion              ? u"fc"_s
        : version == alidnsVersion                ? u"alidns"_s
                                                  : u"cr"_s;
    return {{u"AuthAction"_s, product + u':' + toQt(action)}, {u"AuthPrincipalType"_s, u"SubUser"_s},
        {u"PolicyType"_s, u"AccountLevelIdentityBasedPolicy"_s}, {u"NoPermissionType"_s, u"ImplicitDeny"_s}};
}

/// esa-cli posts JSON; objects and lists in it are what others send as JSON text.
std::string textOf(const QJsonValue& value) {
    if (value.isObject()) {
        return jsonText(value.toObject());
    }
    if (value.isArray()) {
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact).toStdString();
    }
    return toStd(value.toVariant().toString());
}

ApiParameters parametersOf(const Request& request, const std::string& body, Caller caller) {
    std::map<std::string, std::string> values;
    if (lowerCase(request.header("content-type")).starts_with("application/x-www-form-urlencoded")) {
        for (auto& [name, value] : formDecode(body)) {
            values.insert_or_assign(std::move(name), std::move(value));
        }
    }
    if (lowerCase(request.header("content-type")).starts_with("application/json")) {
        const QJsonObject members = jsonObject(body);
        for (auto member = members.begin(); member != members.end(); ++member) {
            values.insert_or_assign(toStd(member.key()), textOf(member.value()));
        }
    }
    for (const auto& [name, value] : request.query) {
        values.insert_or_assign(name, value);
    }
    return {std::move(values), std::move(caller)};
}

} // namespace

ApiServer::ApiServer(ApiWorld& world, Faults& faults, EmulatorLog& log)
    : m_verifier(world.credentials), m_world(world), m_faults(faults), m_log(log), m_actions(apiActions()),
      m_server([this](const Request& request, Body& body) { return answer(request, body); }) { }

Reply ApiServer::answer(const Request& request, Body& body) {
    const std::string requestId = toStd(QUuid::createUuid().toString(QUuid::WithoutBraces).toUpper());
    try {
        if (request.path().starts_with("/emulator/")) {
            return controlReply(request, body, m_faults, m_world);
        }
        Reply reply = call(request, body, requestId);
        reply.set("x-acs-request-id", requestId);
        return reply;
    } catch (const ServiceFault& fault) {
        return refused(fault, request, requestId);
    } catch (const std::exception& failure) {
        return refused({500, "InternalError", failure.what(), {}}, request, requestId);
    }
}

Reply ApiServer::refused(const ServiceFault& fault, const Request& request, const std::string& requestId) const {
    if (fault.status >= 500) {
        m_log.write(logLine(fault, request.header("x-acs-action"), requestId));
    }
    const std::string version = request.header("x-acs-version");
    QJsonObject object = m_roaActions.knows(version) ? roaFaultObject(fault, version, requestId)
                                                     : rpcFaultObject(fault, request, requestId);
    if (const std::string action = fault.detail("AuthAction"); !action.empty()) {
        object.insert(u"AccessDeniedDetail"_s, deniedDetail(version, action));
    }
    return jsonReply(fault.status, object);
}

Reply ApiServer::call(const Request& request, Body& body, const std::string& requestId) {
    return m_faults.run(actionName(request), request, body, [&] {
        const auto content = body.readAll(longestBody);
        if (!content) {
            throw ServiceFault{400, "InvalidParameter", "The body is too long or was broken off."};
        }
        Caller caller = m_verifier.verify(request, *content);
        const std::string version = request.header("x-acs-version");
        if (m_roaActions.knows(version)) {
            const RoaAnswer answer
                = runRoaAction(m_roaActions.at(request), m_world, request, *content, std::move(caller));
            return answer.status == 204 ? emptyReply(204)
                                        : jsonReply(answer.status, roaAnswerObject(answer, version, requestId));
        }
        QJsonObject answer = callRpc(request, *content, std::move(caller));
        answer.insert(u"RequestId"_s, toQt(requestId));
        return jsonReply(200, answer);
    });
}

/// What faults and counters call a request, before anybody knows who sent it.
std::string ApiServer::actionName(const Request& request) const {
    if (const RoaAction* action = m_roaActions.find(request)) {
        return std::string(action->name);
    }
    std::string name = request.header("x-acs-action");
    const bool known = std::any_of(
        m_actions.begin(), m_actions.end(), [&name](const ApiAction& action) { return action.name == name; });
    return known ? name : "Unknown";
}

QJsonObject ApiServer::callRpc(const Request& request, const std::string& body, Caller caller) {
    const ApiAction& action = actionOf(request);
    const auto methods = split(action.method, '|');
    if (std::find(methods.begin(), methods.end(), request.method) == methods.end()) {
        throw ServiceFault{403, "UnsupportedHTTPMethod", "This http method is not supported."};
    }
    const ApiParameters parameters = parametersOf(request, body, std::move(caller));
    checkParameters(action, parameters);
    return action.run(m_world, parameters);
}

const ApiAction& ApiServer::actionOf(const Request& request) const {
    const std::string name = request.header("x-acs-action");
    const std::string version = request.header("x-acs-version");
    if (request.path() != "/" || std::none_of(m_actions.begin(), m_actions.end(), [&version](const ApiAction& action) {
            return action.version == version;
        })) {
        throw ServiceFault{404, "InvalidVersion", "Specified parameter Version is not valid."};
    }
    const auto found = std::find_if(m_actions.begin(), m_actions.end(),
        [&](const ApiAction& action) { return action.name == name && action.version == version; });
    if (found == m_actions.end()) {
        throw ServiceFault{
            404, "InvalidAction.NotFound", "Specified api is not found, please check your url and method."};
    }
    return *found;
}

} // namespace miaobu::emulator
