#pragma once

#include "core/build/build_step.h"
#include "core/process/output_handler.h"

#include <QProcessEnvironment>

namespace miaobu {

/// A program that is run as it is, without a shell, and whose output belongs into the log.
struct ProgramRun {
    QString program; ///< Absolute path
    QStringList arguments;
    QString folder; ///< Empty: the top of the file system
    QProcessEnvironment environment;
    QStringList secrets; ///< Masked in what is kept of the output.
    std::chrono::milliseconds timeout{0};
    OutputHandler listener; ///< Hears the output too; may be empty.
};

/// The log gets the command, what it prints, and how long it took. A non-zero exit code is a result.
/// \throws what runProcess() throws
QCoro::Task<StepResult> runProgram(ProgramRun run, LogSink& log, std::stop_token stop);

/// \a text as one word of a shell, whatever is in it; what would end a line is left out.
[[nodiscard]] QString shellWord(const QString& text);

} // namespace miaobu
