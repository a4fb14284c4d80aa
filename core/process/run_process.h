#pragma once

#include "core/process/command.h"
#include "core/process/output_handler.h"

#include <QCoro/QCoroTask>

#include <chrono>
#include <stop_token>

namespace miaobu {

struct ProcessResult {
    int exitCode = 0; ///< 128 + signal number when a signal ended it, as a shell says it.
    std::chrono::milliseconds duration{0};
};

/// Runs a command in a session and process group of its own and waits until it and everything it started are gone.
/// When stop is requested or a timeout passes, the group gets SIGINT, then SIGTERM, then SIGKILL, and whatever left the
/// group is found by the cookies in its environment and killed: nothing is left 3 s after the request. What a command
/// leaves running in the background when it ends by itself is killed too. The cookies: MIAOBU_STEP names this command
/// alone; MIAOBU_JOB is kept when the caller set it, so that all commands of a deployment share one and endLeftovers()
/// finds them after a crash. The child dies with this program (Linux).
/// \a onOutput is called on the calling thread as bytes arrive, and must not throw.
/// \throws Error(Cancelled), Error(Timeout), Error(ProgramNotFound), Error(ProcessFailed). A non-zero exit code is a
/// result.
QCoro::Task<ProcessResult> runProcess(Command command, OutputHandler onOutput, std::stop_token stop);

} // namespace miaobu
