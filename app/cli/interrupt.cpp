#include "app/cli/interrupt.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace miaobu::app {

namespace {

constexpr std::array signalNumbers{SIGINT, SIGTERM, SIGHUP};

// A signal handler reaches nothing but statics. [0] is read by the notifier, [1] written by the handler.
std::array<int, 2> signalSockets{-1, -1};

void handleSignal(int number) {
    const char byte = static_cast<char>(number);
    [[maybe_unused]] const ssize_t written = ::write(signalSockets[1], &byte, 1);
    std::signal(number, SIG_DFL);
}

} // namespace

Interrupt::Interrupt() {
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, signalSockets.data()) != 0) {
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(signalSockets[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Interrupt::onSignal);
    for (const int number : signalNumbers) {
        std::signal(number, handleSignal);
    }
}

Interrupt::~Interrupt() {
    for (const int number : signalNumbers) {
        std::signal(number, SIG_DFL);
    }
    m_notifier.reset();
    for (int& descriptor : signalSockets) {
        ::close(descriptor);
        descriptor = -1;
    }
}

void Interrupt::onSignal() {
    std::array<char, 16> bytes{};
    [[maybe_unused]] const ssize_t read = ::read(signalSockets[0], bytes.data(), bytes.size());
    m_stop.request_stop();
}

} // namespace miaobu::app
