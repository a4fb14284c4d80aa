#pragma once

#include "aliyun/emulator/credential_book.h"
#include "aliyun/emulator/function_runner.h"
#include "aliyun/emulator/function_world.h"
#include "aliyun/emulator/loopback_server.h"

namespace miaobu::emulator {

/// Answers the addresses of HTTP triggers: http://127.0.0.1:PORT, a port for each, which stays the same from one run to
/// the next as long as nobody else takes it. Thread-safe.
class TriggerServers {
public:
    /// What it borrows must outlive it.
    TriggerServers(FunctionWorld& world, FunctionRunner& runner, CredentialBook& credentials);
    ~TriggerServers();
    TriggerServers(const TriggerServers&) = delete;
    TriggerServers& operator=(const TriggerServers&) = delete;

    /// Serves the triggers there are, and no others.
    void follow();
    /// "http://127.0.0.1:PORT"; empty for a trigger that is not served
    [[nodiscard]] QString address(const std::string& triggerId) const;

private:
    using Server = std::unique_ptr<LoopbackServer>;
    [[nodiscard]] Server serve(const std::string& key, const QJsonObject& trigger);
    /// A key of the role, which is used for most of its life.
    [[nodiscard]] TemporaryKey keyFor(const std::string& role);
    [[nodiscard]] Fields contextOf(const QJsonObject& function, const std::string& requestId);
    [[nodiscard]] Reply answer(const std::string& key, const Request& request, Body& body);

    FunctionWorld& m_world;
    FunctionRunner& m_runner;
    CredentialBook& m_credentials;
    mutable std::mutex m_mutex;
    std::map<std::string, Server> m_servers; ///< By the id of the trigger
    std::vector<std::thread> m_closing;
    std::map<std::string, TemporaryKey> m_roleKeys;
};

} // namespace miaobu::emulator
