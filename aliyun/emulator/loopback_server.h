#pragma once

#include "aliyun/emulator/request.h"

#include <functional>
#include <memory>

namespace miaobu::emulator {

/// An HTTP/1.1 server on a port of 127.0.0.1. The handler is called on a thread of its own for every connection,
/// so many at a time.
class LoopbackServer {
public:
    using Handler = std::function<Reply(const Request&, Body&)>;

    /// Listens at once, on any free port when \a port is 0. \throws Error(EmulatorFailed) when it cannot.
    explicit LoopbackServer(Handler handler, int port = 0);
    /// Ends every connection and waits for the handlers that run.
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    [[nodiscard]] int port() const;

private:
    class Listener;
    std::unique_ptr<Listener> m_listener;
};

} // namespace miaobu::emulator
