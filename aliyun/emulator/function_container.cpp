#include "aliyun/emulator/function_container.h"

#include "aliyun/emulator/loopback_port.h"

#include <httplib.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <system_error>

namespace miaobu::emulator {

namespace {

using namespace std::chrono_literals;

constexpr auto listeningPatience = 60s;
constexpr auto longestPause = 5000ms;
constexpr int engineRefused = 125; ///< The engine's own exit code when it cannot start a container

/// The engine listens for the app before the app does, and hangs up at once while nobody is behind it.
bool isAnswered(int port) {
    const FileHandle socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr_in address = loopbackAddress(port);
    if (::connect(socket.descriptor(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        return false;
    }
    pollfd entry{socket.descriptor(), POLLIN | POLLRDHUP, 0};
    return ::poll(&entry, 1, 150) == 0;
}

} // namespace

FunctionContainer::FunctionContainer(const ContainerEngine& engine, ContainerPlan plan, FunctionLog& log)
    : m_engine(engine), m_plan(std::move(plan)), m_log(log), m_port(anyFreePort()) { }

FunctionContainer::~FunctionContainer() {
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

std::optional<StartFailure> FunctionContainer::start(const HealthCheck& check, const std::function<bool()>& cancelled) {
    m_thread = std::thread([this] { attend(); });
    const auto failure = check.path.empty() ? awaitListening(cancelled) : awaitHealth(check, cancelled);
    m_ready = !failure;
    return failure;
}

void FunctionContainer::attend() {
    auto pause = 100ms;
    while (true) {
        const auto started = std::chrono::steady_clock::now();
        const int exitCode = runOnce();
        pause = std::chrono::steady_clock::now() - started > 30s ? 100ms : std::min(pause * 2, longestPause);
        std::unique_lock lock(m_mutex);
        m_exitCode = exitCode;
        m_ended = !m_ready;
        m_changed.notify_all();
        if (m_ending || m_ended) {
            return;
        }
        m_log.append("[emulator] The instance ended with the exit code " + std::to_string(exitCode)
            + " and is started again.\n");
        if (m_changed.wait_for(lock, pause, [this] { return m_ending; })) {
            return;
        }
    }
}

int FunctionContainer::runOnce() {
    try {
        const auto child
            = m_engine.start(runArguments(m_plan, m_port), carriedVariables(m_plan), environmentFile(m_plan));
        bool stopped = false;
        const auto take = [this](std::string_view output, std::string_view errors) {
            m_log.append(output);
            m_log.append(errors);
        };
        while (child->read(100ms, take)) {
            const bool shallStop = !stopped && isEnding();
            if (shallStop) {
                stopped = true;
                static_cast<void>(m_engine.run({"stop", "--time", "3", m_plan.name}, 20s));
                static_cast<void>(m_engine.run({"rm", "--force", m_plan.name}, 20s));
            }
        }
        return child->exitCode();
    } catch (const std::system_error& failure) {
        m_log.append(std::string("[emulator] ") + failure.what() + "\n");
        return engineRefused;
    }
}

bool FunctionContainer::isEnding() const {
    const std::lock_guard lock(m_mutex);
    return m_ending;
}

/// Before, the engine would let a caller wait for an app that is not there.
bool FunctionContainer::isRunning() const {
    const ChildResult state = m_engine.run({"inspect", "--format", "{{.State.Running}}", m_plan.name}, 10s);
    return state.exitCode == 0 && trimmed(state.output) == "true";
}

bool FunctionContainer::waitWhileRunning(std::chrono::milliseconds time) {
    std::unique_lock lock(m_mutex);
    return !m_changed.wait_for(lock, time, [this] { return m_ended || m_ending; });
}

StartFailure FunctionContainer::endedEarly() const {
    const std::lock_guard lock(m_mutex);
    const std::string words = m_log.tail();
    if (m_exitCode == engineRefused) {
        return {"InstanceNotStarted", "The container cannot be started: " + words};
    }
    return {"CAExited", "The process ended with the exit code " + std::to_string(m_exitCode) + ": " + words};
}

std::optional<StartFailure> FunctionContainer::awaitListening(const std::function<bool()>& cancelled) {
    const auto until = std::chrono::steady_clock::now() + listeningPatience;
    bool running = false;
    while (waitWhileRunning(50ms)) {
        running = running || isRunning();
        if (running && isAnswered(m_port)) {
            return std::nullopt;
        }
        if (cancelled()) {
            return StartFailure{"Cancelled", "The function was changed or removed while it was starting."};
        }
        if (std::chrono::steady_clock::now() > until) {
            return StartFailure{"FunctionNotStarted",
                "Nothing listens on 0.0.0.0:" + std::to_string(m_plan.port) + ". " + m_log.tail()};
        }
    }
    return endedEarly();
}

std::optional<StartFailure> FunctionContainer::awaitHealth(
    const HealthCheck& check, const std::function<bool()>& cancelled) {
    httplib::Client client("127.0.0.1", m_port);
    client.set_connection_timeout(check.timeout);
    client.set_read_timeout(check.timeout);
    int failures = 0;
    int successes = 0;
    auto next = std::chrono::steady_clock::now() + std::chrono::seconds(check.initialDelay);
    while (waitWhileRunning(50ms)) {
        if (cancelled()) {
            return StartFailure{"Cancelled", "The function was changed or removed while it was starting."};
        }
        if (std::chrono::steady_clock::now() < next) {
            continue;
        }
        next += std::chrono::seconds(check.period);
        const httplib::Result answer = client.Get(check.path);
        const bool healthy = answer && answer->status >= 200 && answer->status < 400;
        successes = healthy ? successes + 1 : 0;
        failures = healthy ? 0 : failures + 1;
        if (successes >= check.successes) {
            return std::nullopt;
        }
        if (failures >= check.failures) {
            return StartFailure{"FunctionNotStarted",
                "The health check of " + check.path + " failed " + std::to_string(failures) + " times; the last time "
                    + (answer ? "the status was " + std::to_string(answer->status) : std::string("nothing answered"))
                    + ". " + m_log.tail()};
        }
    }
    return endedEarly();
}

} // namespace miaobu::emulator
