#include "aliyun/emulator/trigger_servers.h"

#include "aliyun/emulator/app_exchange.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/service_fault.h"
#include "core/async/error.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr std::chrono::seconds roleLife{3600};

/// Who may call, and how, as the trigger's configuration says.
void checkAdmission(const QJsonObject& trigger, const Request& request) {
    const QJsonDocument config = QJsonDocument::fromJson(trigger.value("triggerConfig"_L1).toString().toUtf8());
    if (config[u"disableURLInternet"_s].toBool()) {
        throw ServiceFault{403, "AccessDenied", "The public address of this trigger is switched off."};
    }
    if (config[u"authType"_s].toString(u"function"_s) != "anonymous"_L1) {
        throw ServiceFault{403, "AccessDenied", "This trigger wants requests to be authenticated."};
    }
    if (!config[u"methods"_s].toArray().contains(QJsonValue(toQt(request.method)))) {
        throw ServiceFault{405, "MethodNotAllowed", "This trigger does not take the method " + request.method + "."};
    }
}

Reply refusal(const ServiceFault& fault, const std::string& requestId) {
    Reply reply;
    reply.status = fault.status;
    reply.set("Content-Type", "application/json");
    reply.set("x-fc-request-id", requestId);
    reply.set("x-fc-error-type", fault.code);
    reply.body = jsonText(
        {{u"RequestId"_s, toQt(requestId)}, {u"Code"_s, toQt(fault.code)}, {u"Message"_s, toQt(fault.message)}});
    return reply;
}

} // namespace

TriggerServers::TriggerServers(FunctionWorld& world, FunctionRunner& runner, CredentialBook& credentials)
    : m_world(world), m_runner(runner), m_credentials(credentials) {
    follow();
}

TriggerServers::~TriggerServers() {
    for (std::thread& closing : m_closing) {
        closing.join();
    }
}

void TriggerServers::follow() {
    const auto triggers = m_world.triggers.all();
    const std::lock_guard lock(m_mutex);
    std::set<std::string> wanted;
    for (const auto& [key, trigger] : triggers) {
        const std::string id = toStd(trigger.value("triggerId"_L1).toString());
        wanted.insert(id);
        if (!m_servers.contains(id)) {
            m_servers.emplace(id, serve(key, trigger));
        }
    }
    for (auto it = m_servers.begin(); it != m_servers.end();) {
        if (wanted.contains(it->first)) {
            ++it;
            continue;
        }
        // A server waits for the calls it is answering; whoever deletes a trigger does not.
        m_closing.emplace_back([server = std::move(it->second)]() mutable { server.reset(); });
        it = m_servers.erase(it);
    }
}

QString TriggerServers::address(const std::string& triggerId) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_servers.find(triggerId);
    return found == m_servers.end() ? QString() : u"http://127.0.0.1:%1"_s.arg(found->second->port());
}

TriggerServers::Server TriggerServers::serve(const std::string& key, const QJsonObject& trigger) {
    const auto handler = [this, key](const Request& request, Body& body) { return answer(key, request, body); };
    Server server;
    try {
        server = std::make_unique<LoopbackServer>(handler, trigger.value("port"_L1).toInt());
    } catch (const Error&) {
        server = std::make_unique<LoopbackServer>(handler);
    }
    m_world.triggers.update(key, [port = server->port()](QJsonObject& record) { record.insert("port"_L1, port); });
    return server;
}

TemporaryKey TriggerServers::keyFor(const std::string& role) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_roleKeys.find(role);
    if (found != m_roleKeys.end() && found->second.expires - std::chrono::system_clock::now() > roleLife / 4) {
        return found->second;
    }
    return m_roleKeys.insert_or_assign(role, m_credentials.assumeRole(role, "fc", roleLife)).first->second;
}

/// What a function learns of its call. Source: "Common request headers" of custom runtimes.
Fields TriggerServers::contextOf(const QJsonObject& function, const std::string& requestId) {
    Fields fields{{"x-fc-request-id", requestId}, {"x-fc-account-id", m_credentials.accountId()},
        {"x-fc-region", m_credentials.region()},
        {"x-fc-function-name", toStd(function.value("functionName"_L1).toString())},
        {"x-fc-function-handler", toStd(function.value("handler"_L1).toString())},
        {"x-fc-function-memory", std::to_string(function.value("memorySize"_L1).toInt())},
        {"x-fc-function-timeout", std::to_string(function.value("timeout"_L1).toInt())}};
    const std::string role = toStd(function.value("role"_L1).toString());
    if (!role.empty()) {
        const TemporaryKey key = keyFor(role.substr(role.rfind('/') + 1));
        fields.insert(fields.end(),
            {{"x-fc-access-key-id", key.accessKeyId}, {"x-fc-access-key-secret", key.accessKeySecret},
                {"x-fc-security-token", key.token}});
    }
    return fields;
}

Reply TriggerServers::answer(const std::string& key, const Request& request, Body& body) {
    const std::string requestId = toStd(QUuid::createUuid().toString(QUuid::WithoutBraces));
    try {
        const auto trigger = m_world.triggers.find(key);
        if (!trigger) {
            throw ServiceFault{404, "TriggerNotFound", "The trigger was deleted."};
        }
        checkAdmission(*trigger, request);
        const std::string name = toStd(trigger->value("functionName"_L1).toString());
        const std::string version = versionOf(m_world, name, toStd(trigger->value("qualifier"_L1).toString()));
        const QJsonObject function = functionAt(m_world, name, version);
        const int port = m_runner.portOf(name, version);
        const std::chrono::seconds timeout(function.value("timeout"_L1).toInt());
        Reply reply = askApp(port, request, body, contextOf(function, requestId), timeout);
        reply.set("x-fc-request-id", requestId);
        const bool named = std::any_of(reply.headers.begin(), reply.headers.end(),
            [](const auto& field) { return field.first == "content-disposition"; });
        if (!named) {
            // As on the default domain in the cloud, which is not meant for visitors.
            reply.set("Content-Disposition", "attachment");
        }
        return reply;
    } catch (const ServiceFault& fault) {
        return refusal(fault, requestId);
    }
}

} // namespace miaobu::emulator
