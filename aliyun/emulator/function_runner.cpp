#include "aliyun/emulator/function_runner.h"

#include "aliyun/emulator/code_package.h"
#include "aliyun/emulator/container_instance.h"
#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/function_rules.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/process_instance.h"
#include "aliyun/emulator/service_fault.h"
#include "core/process/leftovers.h"

#include <filesystem>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

struct FunctionRunner::Life {
    Life(std::string functionName, std::string versionName, const FunctionHome& home)
        : function(std::move(functionName)), version(std::move(versionName)),
          log(home.logFolder + "/" + function + (version == "LATEST" ? "" : "." + version) + ".log") { }

    void askToEnd() {
        const std::lock_guard lock(mutex);
        ending = true;
        changed.notify_all();
    }

    const std::string function;
    const std::string version;
    FunctionLog log;

    std::mutex mutex; ///< For what follows
    std::condition_variable changed;
    int wanted = 0; ///< Counts the starts that were asked for …
    int done = 0; ///< … and those that are over
    bool ending = false;
    std::optional<StartFailure> failure; ///< Of the last start
    std::shared_ptr<FunctionInstance> instance;
    std::shared_ptr<FunctionInstance> leaving; ///< For the thread alone: what ran before, or what did not get ready
    std::thread thread;
};

FunctionRunner::FunctionRunner(FunctionWorld& world, FunctionHome home, EmulatorLog& log)
    : m_world(world), m_home(std::move(home)), m_log(log) {
    const auto functions = m_world.functions.all();
    if (functions.empty()) {
        return;
    }
    const ContainerEngine* found = engine();
    removeLeftovers(found);
    for (const auto& [name, function] : functions) {
        const bool unfinished
            = function.value("state"_L1) == u"Pending"_s || function.value("lastUpdateStatus"_L1) == u"InProgress"_s;
        const bool waits
            = found != nullptr && function.value("lastUpdateStatusReasonCode"_L1) == u"NoContainerEngine"_s;
        if (unfinished || waits) {
            deploy(name);
        }
    }
}

void FunctionRunner::removeLeftovers(const ContainerEngine* found) const {
    if (found != nullptr) {
        found->removeAll(labelOf(m_home));
    }
    endLeftovers(toQt(labelOf(m_home)));
    std::error_code ignored;
    std::filesystem::remove_all(m_home.codeFolder, ignored);
    std::filesystem::create_directories(m_home.codeFolder, ignored);
}

FunctionLogPiece FunctionRunner::readLog(const std::string& function, const std::string& cursor) const {
    return isResourceName(function, 64) ? readFunctionLog(m_home.logFolder + "/" + function + ".log", cursor)
                                        : FunctionLogPiece();
}

FunctionRunner::~FunctionRunner() {
    end();
}

void FunctionRunner::end() {
    std::vector<std::shared_ptr<Life>> all;
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        all.swap(m_leaving);
        for (const auto& [name, life] : m_lives) {
            all.push_back(life);
        }
        m_lives.clear();
    }
    for (const auto& life : all) {
        life->askToEnd();
    }
    for (const auto& life : all) {
        life->thread.join();
    }
}

void FunctionRunner::deploy(const std::string& function) {
    if (const auto life = lifeOf(function, "LATEST")) {
        const std::lock_guard lock(life->mutex);
        ++life->wanted;
        life->changed.notify_all();
    }
}

void FunctionRunner::remove(const std::string& function) {
    const std::lock_guard lock(m_mutex);
    for (auto it = m_lives.begin(); it != m_lives.end();) {
        const std::shared_ptr<Life> life = it->second;
        if (life->function == function) {
            life->askToEnd();
            m_leaving.push_back(life);
            it = m_lives.erase(it);
        } else {
            ++it;
        }
    }
}

int FunctionRunner::portOf(const std::string& function, const std::string& version) {
    const auto life = lifeOf(function, version);
    if (!life) {
        throw ServiceFault{503, "ServiceUnavailable", "The emulator is ending."};
    }
    std::unique_lock lock(life->mutex);
    if (!life->instance && life->wanted == life->done) {
        ++life->wanted;
        life->changed.notify_all();
    }
    life->changed.wait(lock, [&life] { return life->ending || life->instance || life->wanted == life->done; });
    if (life->ending || !life->instance) {
        const StartFailure failure
            = life->failure.value_or(StartFailure{"FunctionNotStarted", "The function is being removed."});
        throw ServiceFault{502, failure.code, failure.reason};
    }
    return life->instance->port();
}

void FunctionRunner::holdBack(bool held) {
    m_isHeldBack = held;
    const std::lock_guard lock(m_mutex);
    for (const auto& [name, life] : m_lives) {
        const std::lock_guard waking(life->mutex);
        life->changed.notify_all();
    }
}

std::shared_ptr<FunctionRunner::Life> FunctionRunner::lifeOf(const std::string& function, const std::string& version) {
    const std::lock_guard lock(m_mutex);
    if (m_ending) {
        return nullptr;
    }
    std::shared_ptr<Life>& life = m_lives[function + "/" + version];
    if (!life) {
        life = std::make_shared<Life>(function, version, m_home);
        life->thread = std::thread([this, raw = life.get()] { live(*raw); });
    }
    return life;
}

void FunctionRunner::live(Life& life) {
    std::unique_lock lock(life.mutex);
    while (true) {
        life.changed.wait(lock, [this, &life] { return life.ending || (life.wanted != life.done && !m_isHeldBack); });
        if (life.ending) {
            break;
        }
        const int handled = life.wanted;
        lock.unlock();
        const std::optional<StartFailure> failure = start(life, [&life, handled] {
            const std::lock_guard asking(life.mutex);
            return life.ending || life.wanted != handled;
        });
        lock.lock();
        life.failure = failure;
        const bool isLast = !life.ending && life.wanted == handled;
        lock.unlock();
        if (isLast) {
            tell(life, failure);
        }
        lock.lock();
        if (isLast) {
            life.done = handled;
            life.changed.notify_all();
        }
        lock.unlock();
        life.leaving.reset();
        lock.lock();
    }
    const std::shared_ptr<FunctionInstance> last = std::move(life.instance);
    life.changed.notify_all();
    lock.unlock();
}

void FunctionRunner::tell(const Life& life, const std::optional<StartFailure>& failure) {
    if (failure) {
        m_log.write(u"The function %1 does not start: %2"_s.arg(toQt(life.function), toQt(failure->code)));
    }
    if (life.version == "LATEST") {
        settle(life.function, failure);
    }
}

std::optional<StartFailure> FunctionRunner::start(Life& life, const Overtaken& overtaken) {
    try {
        const QJsonObject function = functionAt(m_world, life.function, life.version);
        auto kind
            = isContainer(function) ? containerOf(life, function, overtaken) : programOf(life, function, overtaken);
        return startInstance(life, function, std::move(kind), overtaken);
    } catch (const ServiceFault& fault) {
        return StartFailure{fault.code, fault.message};
    }
}

std::unique_ptr<InstanceKind> FunctionRunner::containerOf(
    const Life& life, const QJsonObject& function, const Overtaken& overtaken) {
    if (engine() == nullptr) {
        throw ServiceFault{502, "NoContainerEngine", "No container engine is running on this computer."};
    }
    const ContainerPlan plan = planOf(function, life.version, m_home);
    const auto login = pullLoginOf(function, m_home);
    const std::string refusal = engine()->pull(plan.image, login, login.has_value(), overtaken);
    if (!refusal.empty()) {
        throw ServiceFault{502, "ImageNotFound", "The image " + plan.image + " cannot be pulled: " + refusal};
    }
    return std::make_unique<ContainerInstance>(*engine(), plan);
}

std::unique_ptr<InstanceKind> FunctionRunner::programOf(
    const Life& life, const QJsonObject& function, const Overtaken& overtaken) const {
    if (!isWebServer(function)) {
        throw ServiceFault{502, "CodeNotSupported",
            "A handler of the runtime " + toStd(function.value("runtime"_L1).toString())
                + " does not run on this computer; custom runtimes, and others with a command of their own, do."};
    }
    const std::string folder = m_home.codeFolder + "/" + life.function + "." + life.version + "-" + randomHex(3);
    const std::string file = folder + ".zip";
    fetchCode(function, m_home, file);
    unpackCode(file, folder, overtaken);
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    const ProcessPlan plan = planOfCode(function, m_home, folder);
    auto program = std::make_unique<ProcessInstance>(plan);
    if (commandHere(plan, plan.port).empty()) {
        throw ServiceFault{502, "RuntimeMissing", plan.command.front() + " is not installed on this computer."};
    }
    return program;
}

std::optional<StartFailure> FunctionRunner::startInstance(
    Life& life, const QJsonObject& function, std::unique_ptr<InstanceKind> kind, const Overtaken& overtaken) {
    auto next = std::make_shared<FunctionInstance>(std::move(kind), secretsOf(function), life.log);
    auto failure = next->start(healthCheckOf(function), overtaken);
    if (!failure) {
        const std::lock_guard lock(life.mutex);
        std::swap(life.instance, next);
    }
    life.leaving = std::move(next);
    return failure;
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

const ContainerEngine* FunctionRunner::engine() {
    const std::lock_guard lock(m_engineMutex);
    if (!m_engine) {
        m_engine = ContainerEngine::find();
    }
    return m_engine ? &*m_engine : nullptr;
}

} // namespace miaobu::emulator
