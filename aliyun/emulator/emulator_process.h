#pragma once

#include "aliyun/emulator/emulator_info.h"

#include <QCoro/QCoroTask>
#include <QString>

#include <optional>
#include <stop_token>

namespace miaobu::emulator {

/// Where the emulator of one MIAOBU_HOME lives, and the program that runs it.
struct EmulatorLocation {
    QString folder; ///< Home::emulatorFolder()
    QString program; ///< Absolute path of the miaobu binary; started as `program emulator run`
    /// The port that sites are to answer at. Left out: as EmulatorOptions::sitePort. Of no effect on one that runs already.
    std::optional<int> sitePort = std::nullopt;
};

/// Gives the running emulator of \a location, starting it in the background where there is none. It is in a session of
/// its own and goes on when the caller ends. Of several callers at once one starts it and all get the same answer. The
/// program inherits MIAOBU_HOME, which must lead to the same folder.
/// \throws Error(PortTaken, port), Error(EdgeRuntimeMissing) when there is no Node.js ≥ 18, Error(EmulatorFailed,
/// folder, last lines of its log), Error(Cancelled)
[[nodiscard]] QCoro::Task<EmulatorInfo> ensureEmulator(EmulatorLocation location, std::stop_token stop);

/// The emulator that runs on the folder now, if one does. What a crashed one left behind is not taken for one.
[[nodiscard]] std::optional<EmulatorInfo> runningEmulator(EmulatorLocation location);

/// Ends the emulator of \a location and waits until it and its Node.js are gone. Does nothing where none runs.
/// \throws Error(EmulatorFailed) when it does not end in time, Error(Cancelled)
QCoro::Task<> stopEmulator(EmulatorLocation location, std::stop_token stop);

} // namespace miaobu::emulator
