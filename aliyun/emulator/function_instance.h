#pragma once

#include "aliyun/emulator/function_log.h"
#include "aliyun/emulator/instance_kind.h"
#include "core/log/redactor.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace miaobu::emulator {

/// Why a function does not run, in the words of its record.
struct StartFailure {
    std::string code;
    std::string reason;
};

/// How it is found out that an app is ready. Source: "healthCheckConfig" of the FC 3.0 API reference.
struct HealthCheck {
    std::string path; ///< Empty: it is ready when it listens.
    int initialDelay = 0; ///< Seconds, as all that follows but the counts
    int period = 3;
    int timeout = 1;
    int failures = 3; ///< In a row
    int successes = 1;
};

/// One instance of a function, which is started again when it ends, until this object does.
class FunctionInstance {
public:
    /// \a log outlives this. \a secrets are masked in it.
    FunctionInstance(std::unique_ptr<InstanceKind> kind, const QStringList& secrets, FunctionLog& log);
    /// Ends it, with three seconds to do so by itself.
    ~FunctionInstance();
    FunctionInstance(const FunctionInstance&) = delete;
    FunctionInstance& operator=(const FunctionInstance&) = delete;

    /// Starts it and waits until it is ready, or \a cancelled says that nobody wants it any more.
    /// \returns why it does not get ready
    [[nodiscard]] std::optional<StartFailure> start(const HealthCheck& check, const std::function<bool()>& cancelled);
    /// Of 127.0.0.1
    [[nodiscard]] int port() const { return m_port; }

private:
    void attend();
    /// Runs it once. \returns its exit code
    int runOnce();
    /// Passes on what \a child says until it has ended.
    void listenTo(ChildProcess& child);
    [[nodiscard]] bool isEnding() const;
    [[nodiscard]] bool waitWhileRunning(std::chrono::milliseconds time);
    [[nodiscard]] StartFailure endedEarly() const;
    /// Nothing listens where the app is asked.
    [[nodiscard]] StartFailure unreached() const;
    [[nodiscard]] std::optional<StartFailure> awaitListening(const std::function<bool()>& cancelled);
    [[nodiscard]] std::optional<StartFailure> awaitHealth(
        const HealthCheck& check, const std::function<bool()>& cancelled);

    const std::unique_ptr<InstanceKind> m_kind;
    const Redactor m_redactor;
    FunctionLog& m_log;
    std::atomic<int> m_port = 0;
    std::atomic<bool> m_ready = false;
    mutable std::mutex m_mutex; ///< For what follows
    std::condition_variable m_changed;
    bool m_ending = false;
    bool m_ended = false; ///< It ended before it was ready.
    int m_exitCode = 0;
    std::thread m_thread;
};

} // namespace miaobu::emulator
