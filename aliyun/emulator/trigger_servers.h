#pragma once

#include "aliyun/emulator/function_runner.h"
#include "aliyun/emulator/function_world.h"
#include "aliyun/emulator/loopback_server.h"

namespace miaobu::emulator {

/// Answers the addresses of HTTP triggers: http://127.0.0.1:PORT, a port for each, which stays the same from one run to
/// the next as long as nobody else takes it. Thread-safe.
class TriggerServers {
public:
    TriggerServers(FunctionWorld& world, FunctionRunner& runner);
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
    [[nodiscard]] Reply answer(const std::string& key, const Request& request, Body& body);

    FunctionWorld& m_world;
    FunctionRunner& m_runner;
    mutable std::mutex m_mutex;
    std::map<std::string, Server> m_servers; ///< By the id of the trigger
    std::vector<std::thread> m_closing;
};

} // namespace miaobu::emulator
