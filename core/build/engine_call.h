#pragma once

#include "core/build/container_engine.h"

#include <QCoro/QCoroTask>

#include <chrono>
#include <stop_token>

namespace miaobu {

/// What a short call of an engine said.
struct EngineAnswer {
    int exitCode = 0;
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] bool isGood() const { return exitCode == 0; }
    /// Both channels, without what is blank around them.
    [[nodiscard]] QString words() const;
};

/// Calls the engine with \a arguments and keeps the first MiB of what it says. \a input goes to its standard input.
/// \throws what runProcess() throws
QCoro::Task<EngineAnswer> callEngine(ContainerEngine engine, QStringList arguments, std::stop_token stop,
    QByteArray input = {}, std::chrono::milliseconds timeout = std::chrono::seconds(30));

/// Whether the engine is still there to be called.
QCoro::Task<bool> doesAnswer(ContainerEngine engine);

/// What a container engine may see of \a host: where it is, how it is reached and through which proxy; with \a path.
/// No token, no key.
[[nodiscard]] QProcessEnvironment engineEnvironment(const QProcessEnvironment& host, const QString& path);

} // namespace miaobu
