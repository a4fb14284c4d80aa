#pragma once

#include "aliyun/emulator/child_process.h"

#include <memory>
#include <optional>
#include <string>

namespace miaobu::emulator {

/// How one instance of a function is run on this computer.
class InstanceKind {
public:
    InstanceKind() = default;
    virtual ~InstanceKind() = default;
    InstanceKind(const InstanceKind&) = delete;
    InstanceKind& operator=(const InstanceKind&) = delete;

    /// Starts it so that it answers at \a port of 127.0.0.1. \throws std::system_error
    [[nodiscard]] virtual std::unique_ptr<ChildProcess> start(int port) = 0;
    /// Asks it to end. May take as long as it gives it to do so by itself.
    virtual void stop(const ChildProcess& child) = 0;
    /// Whether who calls the port reaches the app or nobody. From any thread.
    [[nodiscard]] virtual bool isUp() const = 0;
    /// Whether \a exitCode says that it was not the app that ended.
    [[nodiscard]] virtual bool isRefusal(int exitCode) const = 0;
    /// The port the app was told to listen on, for words; \a port is the one of start().
    [[nodiscard]] virtual int appPort(int port) const = 0;
    /// Where something of it listens, in the words of listenerIn(); nothing where that cannot be known.
    [[nodiscard]] virtual std::optional<std::string> listener() const { return std::nullopt; }
};

} // namespace miaobu::emulator
