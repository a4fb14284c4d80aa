#pragma once

#include "aliyun/emulator/emulator_log.h"
#include "aliyun/emulator/function_world.h"

#include <condition_variable>
#include <memory>
#include <thread>

namespace miaobu::emulator {

/// Why a function does not run, in the words of its record.
struct StartFailure {
    std::string code;
    std::string reason;
};

/// Keeps what functions run as in step with their records, each on a thread of its own. Thread-safe.
class FunctionRunner {
public:
    /// Goes on with what an emulator that ended was doing. \a world must outlive it.
    FunctionRunner(FunctionWorld& world, EmulatorLog& log);
    /// Ends everything that runs.
    ~FunctionRunner();
    FunctionRunner(const FunctionRunner&) = delete;
    FunctionRunner& operator=(const FunctionRunner&) = delete;

    /// Starts the function as its record says, in the background; what ran before answers until the other is ready. The
    /// record tells how it went.
    void deploy(const std::string& function);
    /// Ends the function and its versions, in the background.
    void remove(const std::string& function);
    /// The loopback port at which a version ("LATEST", "1") answers, started when it does not run.
    /// \throws ServiceFault when it cannot be started
    [[nodiscard]] int portOf(const std::string& function, const std::string& version);

private:
    /// What runs under one name, and the thread that sees to it.
    struct Life;

    std::shared_ptr<Life> lifeOf(const std::string& function, const std::string& version);
    void live(Life& life);
    void start(Life& life);
    void settle(const std::string& function, const std::optional<StartFailure>& failure);

    FunctionWorld& m_world;
    EmulatorLog& m_log;
    std::mutex m_mutex;
    std::map<std::string, std::shared_ptr<Life>> m_lives; ///< "function" or "function/1"
    std::vector<std::shared_ptr<Life>> m_ending;
};

} // namespace miaobu::emulator
