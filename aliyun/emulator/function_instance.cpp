#include "aliyun/emulator/function_instance.h"

#include "aliyun/emulator/loopback_port.h"
#include "core/log/channel_text.h"

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
constexpr auto grace = 3s; ///< Between being asked to end and being ended
constexpr int notStarted = 125;

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

FunctionInstance::FunctionInstance(std::unique_ptr<InstanceKind> kind, const QStringList& secrets, FunctionLog& log)
    : m_kind(std::move(kind)), m_redactor(secrets), m_log(log), m_port(anyFreePort()) { }

FunctionInstance::~FunctionInstance() {
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

std::optional<StartFailure> FunctionInstance::start(const HealthCheck& check, const std::function<bool()>& cancelled) {
    m_thread = std::thread([this] { attend(); });
    const auto failure = check.path.empty() ? awaitListening(cancelled) : awaitHealth(check, cancelled);
    m_ready = !failure;
    return failure;
}

void FunctionInstance::attend() {
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

int FunctionInstance::runOnce() {
    try {
        const auto child = m_kind->start(m_port);
        listenTo(*child);
        return child->exitCode();
    } catch (const std::system_error& failure) {
        m_log.append(std::string("[emulator] ") + failure.what() + "\n");
        return notStarted;
    }
}

void FunctionInstance::listenTo(ChildProcess& child) {
    ChannelText output(m_redactor);
    ChannelText errors(m_redactor);
    QList<QByteArray> lines;
    const auto pass = [this, &lines] {
        for (const QByteArray& line : lines) {
            m_log.append(line.toStdString() + "\n");
        }
        lines.clear();
    };
    const auto take = [&](std::string_view said, std::string_view complained) {
        output.write(QByteArrayView(said.data(), static_cast<qsizetype>(said.size())), lines);
        errors.write(QByteArrayView(complained.data(), static_cast<qsizetype>(complained.size())), lines);
        pass();
    };
    std::optional<std::chrono::steady_clock::time_point> until;
    while (true) {
        const bool hasEnded = child.hasEnded();
        const bool says = child.read(100ms, take);
        const auto now = std::chrono::steady_clock::now();
        if (hasEnded && (!says || (until && now > *until + grace))) {
            break;
        }
        if (!says) {
            std::this_thread::sleep_for(50ms);
        }
        if (until && now > *until) {
            child.kill();
        } else if (!until && (hasEnded || isEnding())) {
            // What it has left running goes with it.
            if (!hasEnded) {
                m_kind->stop(child);
            }
            until = std::chrono::steady_clock::now() + grace;
        }
    }
    output.finish(lines);
    errors.finish(lines);
    pass();
}

bool FunctionInstance::isEnding() const {
    const std::lock_guard lock(m_mutex);
    return m_ending;
}

bool FunctionInstance::waitWhileRunning(std::chrono::milliseconds time) {
    std::unique_lock lock(m_mutex);
    return !m_changed.wait_for(lock, time, [this] { return m_ended || m_ending; });
}

StartFailure FunctionInstance::endedEarly() const {
    const std::lock_guard lock(m_mutex);
    const std::string words = m_log.tail();
    if (m_kind->isRefusal(m_exitCode)) {
        return {"InstanceNotStarted", "The instance cannot be started: " + words};
    }
    return {"CAExited",
        "The process ended with the exit code " + std::to_string(m_exitCode) + (words.empty() ? "." : ": " + words)};
}

StartFailure FunctionInstance::unreached() const {
    const std::string asked = "0.0.0.0:" + std::to_string(m_kind->appPort(m_port));
    const std::optional<std::string> listener = m_kind->listener();
    const std::string words = listener ? "The app listens on " + *listener + ", and nothing on " + asked + ". "
                                       : "Nothing listens on " + asked + ". ";
    return {"FunctionNotStarted", words + m_log.tail()};
}

std::optional<StartFailure> FunctionInstance::awaitListening(const std::function<bool()>& cancelled) {
    const auto until = std::chrono::steady_clock::now() + listeningPatience;
    bool running = false;
    while (waitWhileRunning(50ms)) {
        running = running || m_kind->isUp();
        if (running && isAnswered(m_port)) {
            return std::nullopt;
        }
        if (cancelled()) {
            return StartFailure{"Cancelled", "The function was changed or removed while it was starting."};
        }
        if (std::chrono::steady_clock::now() > until) {
            return unreached();
        }
    }
    return endedEarly();
}

std::optional<StartFailure> FunctionInstance::awaitHealth(
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
