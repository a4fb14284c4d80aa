#include "core/process/run_process.h"

#include "core/async/cancel.h"
#include "core/async/pool.h"
#include "core/process/child_process.h"
#include "core/process/leftovers.h"
#include "core/process/process_family.h"
#include "core/process/process_group.h"

#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

// A job's mark that this very process carries belongs to whoever started it: to sweep by it would kill our own parents.
void markEnvironment(QProcessEnvironment& environment, const QString& step) {
    const QString given = environment.value(jobVariable);
    if (given.isEmpty() || given == qEnvironmentVariable(jobVariable.data())) {
        environment.insert(jobVariable, step);
    }
    environment.insert(stepVariable, step);
}

void throwIfNotStarted(const ChildProcess& child, const Command& command) {
    if (child.hasStarted()) {
        return;
    }
    const bool missing = !QFileInfo(command.program).isFile() || !QFileInfo(command.program).isExecutable();
    throw Error(missing ? ErrorKind::ProgramNotFound : ErrorKind::ProcessFailed, command.program, child.errorText());
}

void throwIfInterrupted(const ChildProcess& child, const Command& command) {
    switch (child.interruption()) {
    case ChildProcess::Interruption::None:
        return;
    case ChildProcess::Interruption::Stopped:
        throw Error(ErrorKind::Cancelled);
    case ChildProcess::Interruption::TooLong:
        throw Error(ErrorKind::Timeout, command.program, u"still running after %1 ms"_s.arg(command.timeout.count()));
    case ChildProcess::Interruption::TooSilent:
        throw Error(ErrorKind::Timeout, command.program, u"no output for %1 ms"_s.arg(command.silenceTimeout.count()));
    }
}

} // namespace

QCoro::Task<ProcessResult> runProcess(Command command, OutputHandler onOutput, std::stop_token stop) {
    throwIfCancelled(stop);
    if (!QFileInfo(command.program).isAbsolute()) {
        throw Error(ErrorKind::ProgramNotFound, command.program, u"not an absolute path"_s);
    }
    const QString step = QUuid::createUuid().toString(QUuid::WithoutBraces);
    markEnvironment(command.environment, step);
    ChildProcess child(command, std::move(onOutput));
    {
        const std::stop_callback onStop(stop, [&child] { child.interrupt(ChildProcess::Interruption::Stopped); });
        co_await child.endedOrInterrupted();
    }
    co_await child.started();
    throwIfNotStarted(child, command);
    QList<ProcessIdentity> family;
    if (child.interruption() != ChildProcess::Interruption::None) {
        // Now, while parents are known: a daemon that left the session and emptied its environment is found by nothing
        // else.
        const auto look = [leader = child.group()] { return descendantsOf(leader); };
        family = co_await runOnPool(look);
        co_await endGroup(child.group());
    }
    killGroup(child.group());
    const auto sweep = [step, family] {
        killFamily(family);
        return endStepLeftovers(step);
    };
    co_await runOnPool(sweep);
    co_await child.ended();
    throwIfInterrupted(child, command);
    co_return ProcessResult{child.exitCode(), child.duration()};
}

} // namespace miaobu
