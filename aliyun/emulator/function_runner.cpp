#include "aliyun/emulator/function_runner.h"

#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/service_fault.h"

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

struct FunctionRunner::Life {
    std::string function;
    std::string version;

    std::mutex mutex; ///< For what follows
    std::condition_variable changed;
    bool wanted = false; ///< To be started, or started anew
    bool ending = false;
    std::optional<StartFailure> failure; ///< Of the last start
    std::thread thread;
};

FunctionRunner::FunctionRunner(FunctionWorld& world, EmulatorLog& log) : m_world(world), m_log(log) {
    for (const auto& [name, function] : m_world.functions.all()) {
        const bool unfinished
            = function.value("state"_L1) == u"Pending"_s || function.value("lastUpdateStatus"_L1) == u"InProgress"_s;
        if (unfinished) {
            deploy(name);
        }
    }
}

FunctionRunner::~FunctionRunner() {
    std::vector<std::shared_ptr<Life>> all;
    {
        const std::lock_guard lock(m_mutex);
        all.swap(m_ending);
        for (const auto& [name, life] : m_lives) {
            all.push_back(life);
        }
        m_lives.clear();
    }
    for (const auto& life : all) {
        {
            const std::lock_guard lock(life->mutex);
            life->ending = true;
        }
        life->changed.notify_all();
    }
    for (const auto& life : all) {
        life->thread.join();
    }
}

void FunctionRunner::deploy(const std::string& function) {
    const auto life = lifeOf(function, "LATEST");
    {
        const std::lock_guard lock(life->mutex);
        life->wanted = true;
    }
    life->changed.notify_all();
}

void FunctionRunner::remove(const std::string& function) {
    const std::lock_guard lock(m_mutex);
    for (auto it = m_lives.begin(); it != m_lives.end();) {
        const std::shared_ptr<Life> life = it->second;
        if (life->function != function) {
            ++it;
            continue;
        }
        {
            const std::lock_guard lifeLock(life->mutex);
            life->ending = true;
        }
        life->changed.notify_all();
        m_ending.push_back(life);
        it = m_lives.erase(it);
    }
}

int FunctionRunner::portOf(const std::string& function, const std::string& version) {
    const auto life = lifeOf(function, version);
    std::unique_lock lock(life->mutex);
    if (!life->wanted) {
        life->wanted = true;
        life->changed.notify_all();
    }
    life->changed.wait(lock, [&life] { return life->ending || !life->wanted; });
    const StartFailure failure = life->failure.value_or(StartFailure{"FunctionNotStarted", "The function is removed."});
    throw ServiceFault{502, failure.code, failure.reason};
}

std::shared_ptr<FunctionRunner::Life> FunctionRunner::lifeOf(const std::string& function, const std::string& version) {
    const std::lock_guard lock(m_mutex);
    std::shared_ptr<Life>& life = m_lives[function + "/" + version];
    if (!life) {
        life = std::make_shared<Life>();
        life->function = function;
        life->version = version;
        life->thread = std::thread([this, raw = life.get()] { live(*raw); });
    }
    return life;
}

void FunctionRunner::live(Life& life) {
    std::unique_lock lock(life.mutex);
    while (true) {
        life.changed.wait(lock, [&life] { return life.ending || life.wanted; });
        if (life.ending) {
            return;
        }
        lock.unlock();
        start(life);
        lock.lock();
        life.wanted = false;
        life.changed.notify_all();
    }
}

void FunctionRunner::start(Life& life) {
    const StartFailure failure{"NoContainerEngine", "No container engine is running on this computer."};
    {
        const std::lock_guard lock(life.mutex);
        life.failure = failure;
    }
    m_log.write(u"The function %1 does not start: %2"_s.arg(toQt(life.function), toQt(failure.reason)));
    if (life.version == "LATEST") {
        settle(life.function, failure);
    }
}

void FunctionRunner::settle(const std::string& function, const std::optional<StartFailure>& failure) {
    const std::lock_guard lock(m_world.changes);
    m_world.functions.update(function, [&failure](QJsonObject& record) {
        const bool runsAlready = record.value("state"_L1) == u"Active"_s;
        const QString reason = failure ? toQt(failure->reason) : QString();
        const QString code = failure ? toQt(failure->code) : QString();
        record.insert("lastUpdateStatus"_L1, failure ? u"Failed"_s : u"Successful"_s);
        record.insert("lastUpdateStatusReason"_L1, reason);
        record.insert("lastUpdateStatusReasonCode"_L1, code);
        if (!failure || !runsAlready) {
            record.insert("state"_L1, failure ? u"Failed"_s : u"Active"_s);
            record.insert("stateReason"_L1, reason);
            record.insert("stateReasonCode"_L1, code);
        }
    });
}

} // namespace miaobu::emulator
