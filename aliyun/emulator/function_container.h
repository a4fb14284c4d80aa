#pragma once

#include "aliyun/emulator/container_engine.h"
#include "aliyun/emulator/container_plan.h"
#include "aliyun/emulator/function_log.h"

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

/// One instance of a function: a container that is started again when it ends, until this object does.
class FunctionContainer {
public:
    /// What it borrows must outlive it.
    FunctionContainer(const ContainerEngine& engine, ContainerPlan plan, FunctionLog& log);
    /// Ends the container, with three seconds to do so by itself.
    ~FunctionContainer();
    FunctionContainer(const FunctionContainer&) = delete;
    FunctionContainer& operator=(const FunctionContainer&) = delete;

    /// Starts it and waits until it is ready, or \a cancelled says that nobody wants it any more.
    /// \returns why it does not get ready
    [[nodiscard]] std::optional<StartFailure> start(const HealthCheck& check, const std::function<bool()>& cancelled);
    /// Of 127.0.0.1
    [[nodiscard]] int port() const { return m_port; }

private:
    void attend();
    /// Runs it once. \returns its exit code
    int runOnce();
    [[nodiscard]] bool isEnding() const;
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] bool waitWhileRunning(std::chrono::milliseconds time);
    [[nodiscard]] StartFailure endedEarly() const;
    [[nodiscard]] std::optional<StartFailure> awaitListening(const std::function<bool()>& cancelled);
    [[nodiscard]] std::optional<StartFailure> awaitHealth(
        const HealthCheck& check, const std::function<bool()>& cancelled);

    const ContainerEngine& m_engine;
    const ContainerPlan m_plan;
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
