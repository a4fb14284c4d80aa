#pragma once

#include <QString>

#include <optional>

namespace miaobu::emulator {

struct EmulatorOptions {
    QString folder; ///< Home::emulatorFolder(); made when it is not there
    /// The port sites answer at; 0 is any free one. Left out: the port remembered in the folder (4680 at first), or the next free one.
    std::optional<int> sitePort;
};

/// Runs the emulator in the foreground until SIGTERM or SIGINT; needs a QCoreApplication and runs its event loop.
/// The first line on standard output is one JSON object: pid, ossEndpoint, apiEndpoint, bucket, kvNamespace, siteId, accessKeyId,
/// accessKeySecret, region, sitePort. When it cannot start the line is {"error":KIND,"subject":…,"detail":…} with the name of an
/// ErrorKind (PortTaken, EdgeRuntimeMissing, Conflict when one runs on the folder already, …), and one sentence goes to standard error.
/// \returns the exit code: 0 when it was asked to end, 1 when it could not start.
[[nodiscard]] int runEmulator(const EmulatorOptions& options);

} // namespace miaobu::emulator
