#include "core/process/login_shell.h"

#include "core/async/error.h"
#include "core/process/build_environment.h"
#include "core/process/run_process.h"

#include <QDir>
#include <QFileInfo>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

// Start files print greetings: only what stands between the marks is the answer.
constexpr QByteArrayView beginMark("<miaobu-path>");
constexpr QByteArrayView endMark("</miaobu-path>");

Command askForPath(const QString& shell) {
    const QString name = QFileInfo(shell).fileName();
    const bool isCsh = name == u"tcsh"_s || name == u"csh"_s;
    Command command;
    command.program = shell;
    command.arguments = {isCsh ? u"-ic"_s : u"-ilc"_s,
        u"/usr/bin/printf '%s' '<miaobu-path>'; /usr/bin/printenv PATH; /usr/bin/printf '%s' '</miaobu-path>'"_s};
    command.workingDirectory = QDir::homePath();
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    command.environment = buildEnvironment(own, own.value(u"PATH"_s), {}, BuildPhase::Install).environment;
    command.environment.insert(u"TERM"_s, u"dumb"_s);
    command.timeout = 10s;
    return command;
}

QString pathIn(const QByteArray& output) {
    const qsizetype begin = output.indexOf(beginMark);
    const qsizetype end = output.indexOf(endMark, begin);
    if (begin < 0 || end < 0) {
        return {};
    }
    const qsizetype from = begin + beginMark.size();
    return QString::fromLocal8Bit(output.mid(from, end - from).trimmed());
}

/// \a path and, after it, the folders that only \a other has.
QString withMissing(const QString& path, const QString& other) {
    QStringList folders = path.split(u':', Qt::SkipEmptyParts);
    for (const QString& folder : other.split(u':', Qt::SkipEmptyParts)) {
        if (!folders.contains(folder)) {
            folders.append(folder);
        }
    }
    return folders.join(u':');
}

QCoro::Task<QString> ask(QString shell, std::stop_token stop) {
    auto output = std::make_shared<QByteArray>();
    const OutputHandler collect = [output](LogChannel channel, const QByteArray& bytes) {
        if (channel == LogChannel::Output) {
            output->append(bytes);
        }
    };
    try {
        co_await runProcess(askForPath(shell), collect, stop);
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Cancelled) {
            throw;
        }
    }
    co_return pathIn(*output);
}

} // namespace

QCoro::Task<QString> LoginShell::path(std::stop_token stop) {
    if (!m_path) {
        const QString shell = qEnvironmentVariable("SHELL");
        const QString answer = QDir::isAbsolutePath(shell) ? co_await ask(shell, stop) : QString();
        const QString own = qEnvironmentVariable("PATH");
        m_path = answer.isEmpty() ? own : withMissing(answer, own);
    }
    // QCoro moves out of whatever lvalue is returned: a copy is.
    const QString path = *m_path;
    co_return path;
}

} // namespace miaobu
