#pragma once

#include "aliyun/emulator/request.h"
#include "aliyun/emulator/service_fault.h"

#include <functional>
#include <map>
#include <mutex>
#include <vector>

namespace miaobu::emulator {

/// Something that shall go wrong. Actions are named as the services name them: PutObject, CopyObject, PutKv,
/// PurgeCaches …; "*" is any of them. An account in arrears is Refuse of "*" with 403 InDebt, a key that was disabled is
/// 403 InvalidAccessKeyId.Inactive, a product that nobody activated is 403 with a code of its own.
struct Fault {
    enum class Effect {
        Refuse, ///< Answer status and code instead of doing it.
        Deny, ///< Refuse it as a RAM policy does: 403, naming the action that is not allowed.
        CutBefore, ///< Reset the connection; nothing was done.
        CutAfter, ///< Do it, then reset the connection: the reply is lost.
    };
    std::string action;
    int call = 1; ///< Counted from now: 1 is the next call of the action …
    int times = 1; ///< … and so many calls from that one on.
    Effect effect = Effect::Refuse;
    int status = 503;
    std::string code = "ServiceUnavailable";
    bool always = false; ///< Every call from that one on, whatever times says.
};

/// What one action was asked for so far.
struct CallCount {
    int calls = 0;
    std::uint64_t bytes = 0; ///< Of request bodies
};

/// The faults a test programmed, and how often every action was called. Without a programme nothing is changed.
/// Thread-safe.
///
/// Another process reaches them with control calls at EmulatorInfo::apiEndpoint, with "Authorization: Bearer
/// {accessKeySecret}":
///   POST   /emulator/faults
///   {"delay":30,"kvDelay":5000,"holdKv":true,"holdFunctions":true,"faults":[{"action":"PutObject","call":3,"times":1,
///                              "always":false,"effect":"refuse|deny|cut-before|cut-after","status":503,"code":"ServiceUnavailable"}]}; all
///                              members are optional, delays are in milliseconds, the faults are added to those there
///                              are; a function that is held back stays Pending
///   DELETE /emulator/faults    forgets faults, delays and counts, and lets held back entries and functions go
///   POST   /emulator/faults   {"expireTokens":true} expires all temporary credentials at once
///   GET    /emulator/root-key  {"accessKeyId":…,"accessKeySecret":…} of the account itself, which is no RAM user
///   GET    /emulator/counters  {"PutObject":{"calls":12,"bytes":98304},…}
///   GET    /emulator/function-log?function=NAME&cursor=C  {"text":"…","cursor":…,"more":false}: what its instances said
///                              behind the cursor of the answer before
class Faults {
public:
    void add(Fault fault);
    /// Every call of a service is answered no sooner than so long after its head arrived.
    void setDelay(std::chrono::milliseconds delay);
    /// Forgets faults, delay and counts.
    void clear();
    [[nodiscard]] std::map<std::string, CallCount> counts() const;

    /// Runs \a work, which is a call of \a action, with whatever shall go wrong with it.
    /// \throws what work throws, and the ServiceFault of a programmed refusal
    [[nodiscard]] Reply run(
        const std::string& action, const Request& request, Body& body, const std::function<Reply()>& work);

private:
    struct Planned {
        Fault fault;
        int seen = 0;
    };
    [[nodiscard]] std::optional<Fault> begin(const std::string& action);

    mutable std::mutex m_mutex;
    std::vector<Planned> m_planned;
    std::chrono::milliseconds m_delay{0};
    std::map<std::string, CallCount> m_counts;
};

} // namespace miaobu::emulator
