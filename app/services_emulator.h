#pragma once

#include "core/model/home.h"

#include <QCoro/QCoroTask>
#include <QJsonObject>

#include <optional>
#include <stop_token>

namespace miaobu::app {

// The emulator behind "This computer", for the command line. The object describes it: endpoints, keys, site port.

/// Runs it in the foreground until it is asked to end; gives the exit code.
[[nodiscard]] int runEmulatorHere(const Home& home, std::optional<int> sitePort);
/// Gives the one that runs already where there is one, whatever its port. \throws Error(PortTaken), Error(EdgeRuntimeMissing), Error(EmulatorFailed)
[[nodiscard]] QCoro::Task<QJsonObject> startEmulator(
    Home home, QString program, std::optional<int> sitePort, std::stop_token stop);
[[nodiscard]] std::optional<QJsonObject> runningEmulator(const Home& home, const QString& program);
QCoro::Task<> stopEmulator(Home home, QString program, std::stop_token stop);

} // namespace miaobu::app
