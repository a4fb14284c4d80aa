#include "aliyun/emulator/faults.h"

#include <thread>

namespace miaobu::emulator {

namespace {

Reply cutReply() {
    Reply reply;
    reply.cut = true;
    return reply;
}

/// Each service writes it in its own form.
ServiceFault permissionMissing(const std::string& action) {
    return {403, "Forbidden.RAM",
        "User not authorized to operate on the specified resource, or this API doesn't support RAM.",
        {{"AuthAction", action}}};
}

/// Runs its work when the scope is left, by a return or by an exception.
template <typename Work> struct AtEnd {
    Work work;
    explicit AtEnd(Work w) : work(std::move(w)) { }
    ~AtEnd() { work(); }
    AtEnd(const AtEnd&) = delete;
    AtEnd& operator=(const AtEnd&) = delete;
};

} // namespace

void Faults::add(Fault fault) {
    const std::lock_guard lock(m_mutex);
    m_planned.push_back({std::move(fault), 0});
}

void Faults::setDelay(std::chrono::milliseconds delay) {
    const std::lock_guard lock(m_mutex);
    m_delay = delay;
}

void Faults::clear() {
    const std::lock_guard lock(m_mutex);
    m_planned.clear();
    m_delay = {};
    m_counts.clear();
}

std::map<std::string, CallCount> Faults::counts() const {
    const std::lock_guard lock(m_mutex);
    return m_counts;
}

Reply Faults::run(const std::string& action, const Request& request, Body& body, const std::function<Reply()>& work) {
    const std::optional<Fault> fault = begin(action);
    const AtEnd settle([&] {
        std::unique_lock lock(m_mutex);
        m_counts[action].bytes += body.bytesRead();
        const auto until = request.arrived + m_delay;
        lock.unlock();
        std::this_thread::sleep_until(until);
    });
    if (!fault) {
        return work();
    }
    if (fault->effect == Fault::Effect::Refuse) {
        throw ServiceFault{fault->status, fault->code, "The emulator was told to refuse this call."};
    }
    if (fault->effect == Fault::Effect::Deny) {
        throw permissionMissing(action);
    }
    if (fault->effect == Fault::Effect::CutAfter) {
        static_cast<void>(work());
    }
    return cutReply();
}

std::optional<Fault> Faults::begin(const std::string& action) {
    const std::lock_guard lock(m_mutex);
    ++m_counts[action].calls;
    std::optional<Fault> due;
    for (Planned& planned : m_planned) {
        const Fault& fault = planned.fault;
        if (fault.action == action || fault.action == "*") {
            ++planned.seen;
            const bool passed = !fault.always && planned.seen >= fault.call + fault.times;
            if (!due && planned.seen >= fault.call && !passed) {
                due = planned.fault;
            }
        }
    }
    return due;
}

} // namespace miaobu::emulator
