#pragma once

#include "aliyun/emulator/request.h"

#include <functional>
#include <memory>

namespace miaobu::emulator {

/// An HTTP/1.1 server on a free port of 127.0.0.1. The handler is called on a thread of its own for every connection,
/// so many at a time.
class LoopbackServer {
public:
    using Handler = std::function<Reply(const Request&, Body&)>;

    /// Listens at once. \throws Error(EmulatorFailed) when it cannot.
    explicit LoopbackServer(Handler handler);
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
