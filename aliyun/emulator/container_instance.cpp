#include "aliyun/emulator/container_instance.h"

#include "aliyun/emulator/listeners.h"

namespace miaobu::emulator {

namespace {

using namespace std::chrono_literals;

constexpr int engineRefused = 125; ///< The engine's own exit code when it cannot start a container

} // namespace

std::unique_ptr<ChildProcess> ContainerInstance::start(int port) {
    return m_engine.start(runArguments(m_plan, port), carriedVariables(m_plan), environmentFile(m_plan));
}

void ContainerInstance::stop(const ChildProcess&) {
    static_cast<void>(m_engine.run({"stop", "--time", "3", m_plan.name}, 20s));
    static_cast<void>(m_engine.run({"rm", "--force", m_plan.name}, 20s));
}

/// Before, the engine would let a caller wait for an app that is not there.
bool ContainerInstance::isUp() const {
    const ChildResult state = m_engine.run({"inspect", "--format", "{{.State.Running}}", m_plan.name}, 10s);
    return state.exitCode == 0 && trimmed(state.output) == "true";
}

std::optional<std::string> ContainerInstance::listener() const {
    // Where IPv6 is switched off, the second table is not there.
    const ChildResult tables = m_engine.run({"exec", m_plan.name, "cat", "/proc/net/tcp", "/proc/net/tcp6"}, 10s);
    return listenerIn(tables.output);
}

bool ContainerInstance::isRefusal(int exitCode) const {
    return exitCode == engineRefused;
}

} // namespace miaobu::emulator
