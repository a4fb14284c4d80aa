#pragma once

#include "core/async/error.h"
#include "core/log/log_sink.h"
#include "core/process/build_environment.h"
#include "core/process/command.h"

#include <QCoro/QCoroTask>

#include <chrono>
#include <stop_token>

namespace miaobu {

/// One command of a build.
struct BuildStep {
    QString line; ///< For the shell
    QString folder;
    BuildEnvironment environment;
    QStringList secrets; ///< Masked in what is kept of the output.
    std::chrono::milliseconds timeout{0};
    std::chrono::milliseconds silenceTimeout{0}; ///< 0: none
};

struct StepResult {
    int exitCode = 0;
    QString lastLines;
    QString output; ///< A few hundred lines, to look for causes in
};

/// Runs the command in the shell: the log gets its line, what it prints, and how long it took.
/// \throws what runProcess() throws; a timeout names the command. A non-zero exit code is a result.
QCoro::Task<StepResult> runStep(BuildStep step, LogSink& log, std::stop_token stop);
/// As runStep(), with \a command as what runs the line.
QCoro::Task<StepResult> runStepBy(Command command, BuildStep step, LogSink& log, std::stop_token stop);

/// The error of a step that has failed: its cause as far as it can be read, the exit code and the last lines.
[[nodiscard]] Error stepFailure(ErrorKind kind, const StepResult& result);

} // namespace miaobu
