#include "core/build/build_step.h"

#include "core/build/command_tail.h"
#include "core/build/failure_cause.h"
#include "core/process/run_process.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace miaobu {

QCoro::Task<StepResult> runStep(BuildStep step, LogSink& log, std::stop_token stop) {
    Command command = shellCommand(step.line, step.folder, step.environment.environment);
    return runStepBy(std::move(command), std::move(step), log, std::move(stop));
}

QCoro::Task<StepResult> runStepBy(Command command, BuildStep step, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    sink->note(u"$ "_s + step.line);
    const auto tail = std::make_shared<CommandTail>(step.secrets);
    const OutputHandler onOutput = [tail, sink](LogChannel channel, const QByteArray& bytes) {
        sink->write(channel, bytes);
        tail->write(channel, bytes);
    };
    command.timeout = step.timeout;
    command.silenceTimeout = step.silenceTimeout;
    std::optional<Error> timeout;
    ProcessResult result;
    try {
        result = co_await runProcess(command, onOutput, stop);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::Timeout) {
            throw;
        }
        timeout = Error(ErrorKind::Timeout, step.line, error.detail);
    }
    if (timeout) {
        sink->note(u"Stopped: "_s + timeout->detail);
        throw *timeout;
    }
    const double seconds = std::chrono::duration<double>(result.duration).count();
    const QString duration = QString::number(seconds, 'f', 1);
    sink->note(result.exitCode == 0 ? u"Done in %1 s."_s.arg(duration)
                                    : u"Failed with exit code %1 after %2 s."_s.arg(result.exitCode).arg(duration));
    co_return StepResult{result.exitCode, tail->lastLines(), tail->text()};
}

Error stepFailure(ErrorKind kind, const StepResult& result) {
    Error error(kind, causeIn(result.output), result.lastLines);
    error.exitCode = result.exitCode;
    return error;
}

} // namespace miaobu
