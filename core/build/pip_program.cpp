#include "core/build/pip_program.h"

#include "core/async/error.h"
#include "core/process/run_process.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

constexpr qsizetype mostTried = 8;

/// Every python3 and python3.x on \a path, shims too: a version manager's may be the only one with pip.
QStringList pythons(const QString& path) {
    QStringList programs;
    for (const QString& folder : path.split(u':', Qt::SkipEmptyParts)) {
        for (const QString& name : {u"python3"_s, u"python3.12"_s, u"python3.11"_s, u"python3.10"_s}) {
            const QFileInfo program(folder + u'/' + name);
            if (QDir::isAbsolutePath(folder) && program.isFile() && program.isExecutable()) {
                programs.append(program.absoluteFilePath());
            }
        }
    }
    programs.removeDuplicates();
    return programs.first(std::min(programs.size(), mostTried));
}

QCoro::Task<QString> outputOf(
    QString program, QStringList arguments, QProcessEnvironment environment, std::stop_token stop) {
    const auto output = std::make_shared<QByteArray>();
    Command command;
    command.program = program;
    command.arguments = arguments;
    command.workingDirectory = QDir::rootPath();
    command.environment = environment;
    command.timeout = 20s;
    const OutputHandler keep = [output](LogChannel, const QByteArray& bytes) { *output += bytes.left(4096); };
    ProcessResult result;
    try {
        result = co_await runProcess(command, keep, stop);
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Cancelled) {
            throw;
        }
        result.exitCode = 1;
    }
    co_return result.exitCode == 0 ? QString::fromUtf8(*output) : QString();
}

} // namespace

QCoro::Task<PipProgram> findPip(QProcessEnvironment environment, QString path, std::stop_token stop) {
    const QStringList programs = pythons(path);
    for (const QString& program : programs) {
        // "pip 23.0.1 from /usr/lib/python3/dist-packages/pip (python 3.11)"
        static const QRegularExpression form(u"\\Apip (\\d+)\\.(\\d+)(\\S*) from .* \\(python (\\d+\\.\\d+)\\)"_s);
        const QStringList question{u"-m"_s, u"pip"_s, u"--version"_s};
        const QString answer = co_await outputOf(program, question, environment, stop);
        const QRegularExpressionMatch match = form.match(answer);
        const int major = match.captured(1).toInt();
        if (match.hasMatch() && (major > 20 || (major == 20 && match.captured(2).toInt() >= 3))) {
            co_return PipProgram{
                program, match.captured(1) + u'.' + match.captured(2) + match.captured(3), match.captured(4)};
        }
    }
    throw Error(ErrorKind::PipMissing);
}

} // namespace miaobu
