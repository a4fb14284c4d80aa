#pragma once

#include "aliyun/emulator/emulator_log.h"
#include "aliyun/emulator/function_plan.h"
#include "aliyun/emulator/function_world.h"

#include <atomic>
#include <memory>
#include <thread>

namespace miaobu::emulator {

/// Keeps what functions run as in step with their records, each on a thread of its own: images as containers on the local
/// engine, code packages as programs of this computer. Thread-safe.
///
/// A function is started when it is made or changed; after a restart of the emulator, when it is called for the first
/// time. An update that does not get ready leaves what ran before.
class FunctionRunner {
public:
    /// Removes what a killed emulator left, and goes on with what it was doing. What it borrows must outlive it.
    FunctionRunner(FunctionWorld& world, FunctionHome home, EmulatorLog& log);
    ~FunctionRunner();
    FunctionRunner(const FunctionRunner&) = delete;
    FunctionRunner& operator=(const FunctionRunner&) = delete;

    /// Starts the function as its record says, in the background; what ran before answers until the other is ready. The
    /// record tells how it went.
    void deploy(const std::string& function);
    /// While \a held, nothing is started: what is to be stays as it is, Pending for what is new.
    void holdBack(bool held);
    /// Ends the function and its versions, in the background.
    void remove(const std::string& function);
    /// The loopback port at which a version ("LATEST", "1") answers, started when it does not run.
    /// \throws ServiceFault when it cannot be started
    [[nodiscard]] int portOf(const std::string& function, const std::string& version);
    /// What its instances have said behind \a cursor; empty for a function there never was.
    [[nodiscard]] FunctionLogPiece readLog(const std::string& function, const std::string& cursor) const;
    /// Ends everything that runs; nothing is started from now on.
    void end();

private:
    /// What runs under one name, and the thread that sees to it.
    struct Life;

    std::shared_ptr<Life> lifeOf(const std::string& function, const std::string& version);
    void live(Life& life);
    using Overtaken = std::function<bool()>; ///< Whether a start has become one that nobody waits for
    [[nodiscard]] std::optional<StartFailure> start(Life& life, const Overtaken& overtaken);
    [[nodiscard]] std::unique_ptr<InstanceKind> containerOf(
        const Life& life, const QJsonObject& function, const Overtaken& overtaken);
    [[nodiscard]] std::unique_ptr<InstanceKind> programOf(
        const Life& life, const QJsonObject& function, const Overtaken& overtaken) const;
    [[nodiscard]] static std::optional<StartFailure> startInstance(
        Life& life, const QJsonObject& function, std::unique_ptr<InstanceKind> kind, const Overtaken& overtaken);
    /// Ends what a killed emulator left running.
    void removeLeftovers(const ContainerEngine* found) const;
    /// Says how a start went: in the log, and in the function's record.
    void tell(const Life& life, const std::optional<StartFailure>& failure);
    void settle(const std::string& function, const std::optional<StartFailure>& failure);
    [[nodiscard]] const ContainerEngine* engine();

    FunctionWorld& m_world;
    const FunctionHome m_home;
    EmulatorLog& m_log;
    std::mutex m_engineMutex;
    std::optional<ContainerEngine> m_engine; ///< Stays once it was found
    std::atomic<bool> m_isHeldBack{false};
    std::mutex m_mutex; ///< For what follows
    std::map<std::string, std::shared_ptr<Life>> m_lives; ///< "function/LATEST", "function/1"
    std::vector<std::shared_ptr<Life>> m_leaving;
    bool m_ending = false;
};

} // namespace miaobu::emulator
