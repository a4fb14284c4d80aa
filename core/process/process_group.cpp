#include "core/process/process_group.h"

#include "core/async/sleep.h"

#include <array>
#include <cerrno>
#include <csignal>

using namespace std::chrono_literals;

namespace miaobu {

namespace {

struct Rung {
    int signal;
    std::chrono::milliseconds grace;
};

// Ctrl+C first, because tools clean up on it; a shell's background jobs ignore it. The sum stays well below 3 s.
constexpr std::array ladder{Rung{SIGINT, 800ms}, Rung{SIGTERM, 1000ms}, Rung{SIGKILL, 200ms}};
constexpr auto glance = 20ms;

// kill(0) and kill(-1) mean "my own group" and "everybody": a process id that was never set must not become either.
bool signalGroup(pid_t group, int signal) {
    return group > 1 && kill(-group, signal) == 0;
}

bool isAlive(pid_t group) {
    return signalGroup(group, 0) || (group > 1 && errno == EPERM);
}

} // namespace

QCoro::Task<> endGroup(pid_t group) {
    for (const Rung rung : ladder) {
        signalGroup(group, rung.signal);
        for (auto waited = 0ms; waited < rung.grace && isAlive(group); waited += glance) {
            co_await sleepFor(glance, std::stop_token());
        }
        if (!isAlive(group)) {
            co_return;
        }
    }
}

void killGroup(pid_t group) {
    signalGroup(group, SIGKILL);
}

} // namespace miaobu
