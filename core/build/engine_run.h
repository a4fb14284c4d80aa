#pragma once

#include "core/build/build_step.h"
#include "core/build/engine_call.h"
#include "core/process/output_handler.h"

namespace miaobu {

/// A long call of an engine whose output belongs into the log.
struct EngineRun {
    ContainerEngine engine;
    QStringList arguments;
    QProcessEnvironment environment;
    QStringList secrets; ///< Masked in what is kept of the output.
    std::chrono::milliseconds timeout{0};
    OutputHandler listener; ///< Hears the output too; may be empty.
};

/// The log gets the command, what it prints, and how long it took. A non-zero exit code is a result.
/// \throws what runProcess() throws
QCoro::Task<StepResult> runEngine(EngineRun run, LogSink& log, std::stop_token stop);

} // namespace miaobu
