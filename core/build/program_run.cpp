#include "core/build/program_run.h"

#include "core/build/command_tail.h"
#include "core/process/run_process.h"

#include <QDir>
#include <QRegularExpression>

#include <memory>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QString lineOf(const ProgramRun& run) {
    QString line = run.program.section(u'/', -1);
    for (const QString& argument : run.arguments) {
        line += u' ' + shellWord(argument);
    }
    return line;
}

} // namespace

QCoro::Task<StepResult> runProgram(ProgramRun run, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    sink->note(u"$ "_s + lineOf(run));
    const auto tail = std::make_shared<CommandTail>(run.secrets);
    const OutputHandler onOutput = [tail, sink, listener = run.listener](LogChannel channel, const QByteArray& bytes) {
        sink->write(channel, bytes);
        tail->write(channel, bytes);
        if (listener) {
            listener(channel, bytes);
        }
    };
    Command command;
    command.program = run.program;
    command.arguments = run.arguments;
    command.workingDirectory = run.folder.isEmpty() ? QDir::rootPath() : run.folder;
    command.environment = run.environment;
    command.timeout = run.timeout;
    const ProcessResult result = co_await runProcess(command, onOutput, stop);
    const QString duration = QString::number(std::chrono::duration<double>(result.duration).count(), 'f', 1);
    sink->note(result.exitCode == 0 ? u"Done in %1 s."_s.arg(duration)
                                    : u"Failed with exit code %1 after %2 s."_s.arg(result.exitCode).arg(duration));
    co_return StepResult{result.exitCode, tail->lastLines(), tail->text()};
}

QString shellWord(const QString& text) {
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_@%+=:,./-]+\\z"_s);
    QString word = text;
    // A Dockerfile is read line by line.
    word.remove(QRegularExpression(u"[\\x00-\\x1f]"_s));
    return plain.match(word).hasMatch() ? word : u'\'' + word.replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace miaobu
