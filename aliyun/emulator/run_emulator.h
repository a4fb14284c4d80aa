#pragma once

#include "aliyun/emulator/emulator_options.h"

namespace miaobu::emulator {

/// Runs the emulator in the foreground until SIGTERM or SIGINT; needs a QCoreApplication and runs its event loop.
/// The first line on standard output is one JSON object: pid, ossEndpoint, apiEndpoint, bucket, kvNamespace, siteId,
/// accessKeyId, accessKeySecret, region, sitePort, accountId, registryHost. When it cannot start the line is
/// {"error":KIND,"subject":…,"detail":…} with the name of an ErrorKind (PortTaken, EdgeRuntimeMissing, Conflict when
/// one runs on the folder already, …), and one sentence goes to standard error.
/// \returns the exit code: 0 when it was asked to end, 1 when it could not start.
[[nodiscard]] int runEmulator(const EmulatorOptions& options);

} // namespace miaobu::emulator
