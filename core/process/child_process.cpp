#include "core/process/child_process.h"

#include <unistd.h>

#include <csignal>

#ifdef Q_OS_LINUX
#include <linux/close_range.h>
#include <sys/prctl.h>
#endif

namespace miaobu {

namespace {

// Runs between fork and exec: async-signal-safe calls only.
// The program does not make itself a subreaper (PR_SET_CHILD_SUBREAPER): orphans of every child would become ours to
// wait for, also those of other libraries, and nothing would be found that the cookie does not find.
void becomeLeader(pid_t parent) {
    setsid();
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    for (const int number : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGCHLD, SIGPIPE}) {
        signal(number, SIG_DFL);
    }
#ifdef Q_OS_LINUX
    close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
    // Bound to the thread that forks, which is the main thread and lives as long as the program.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) {
        _exit(128 + SIGKILL);
    }
#else
    static_cast<void>(parent);
#endif
}

} // namespace

ChildProcess::ChildProcess(const Command& command, OutputHandler onOutput) : m_onOutput(std::move(onOutput)) {
    m_process.setProgram(command.program);
    m_process.setArguments(command.arguments);
    m_process.setWorkingDirectory(command.workingDirectory);
    m_process.setProcessEnvironment(command.environment);
    m_process.setChildProcessModifier([parent = getpid()] { becomeLeader(parent); });
    connectLife();
    startTimers(command);
    m_clock.start();
    m_process.start();
    m_process.write(command.input);
    m_process.closeWriteChannel();
}

void ChildProcess::connectLife() {
    QObject::connect(&m_process, &QProcess::started, &m_process, [this] {
        m_group = static_cast<pid_t>(m_process.processId());
        m_started.complete();
    });
    QObject::connect(
        &m_process, &QProcess::readyReadStandardOutput, &m_process, [this] { deliver(LogChannel::Output); });
    QObject::connect(
        &m_process, &QProcess::readyReadStandardError, &m_process, [this] { deliver(LogChannel::ErrorOutput); });
    QObject::connect(&m_process, &QProcess::finished, &m_process, [this] { end(); });
    QObject::connect(&m_process, &QProcess::errorOccurred, &m_process, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            end();
        }
    });
}

void ChildProcess::startTimers(const Command& command) {
    m_timeout.setSingleShot(true);
    m_silence.setSingleShot(true);
    QObject::connect(&m_timeout, &QTimer::timeout, &m_timeout, [this] { interrupt(Interruption::TooLong); });
    QObject::connect(&m_silence, &QTimer::timeout, &m_silence, [this] { interrupt(Interruption::TooSilent); });
    if (command.timeout.count() > 0) {
        m_timeout.start(command.timeout);
    }
    if (command.silenceTimeout.count() > 0) {
        m_silence.start(command.silenceTimeout);
    }
}

void ChildProcess::deliver(LogChannel channel) {
    const QByteArray bytes
        = channel == LogChannel::Output ? m_process.readAllStandardOutput() : m_process.readAllStandardError();
    if (bytes.isEmpty()) {
        return;
    }
    if (m_silence.isActive()) {
        m_silence.start();
    }
    if (m_onOutput) {
        m_onOutput(channel, bytes);
    }
}

void ChildProcess::end() {
    m_timeout.stop();
    m_silence.stop();
    m_duration = std::chrono::milliseconds(m_clock.elapsed());
    if (hasStarted()) {
        deliver(LogChannel::Output);
        deliver(LogChannel::ErrorOutput);
    }
    m_started.complete();
    m_endedOrInterrupted.complete();
    m_ended.complete();
}

void ChildProcess::interrupt(Interruption reason) {
    if (m_ended.isComplete() || m_interruption != Interruption::None) {
        return;
    }
    m_interruption = reason;
    m_endedOrInterrupted.complete();
}

int ChildProcess::exitCode() const {
    // After a crash QProcess gives the signal's number in place of the exit code.
    return m_process.exitStatus() == QProcess::CrashExit ? 128 + m_process.exitCode() : m_process.exitCode();
}

} // namespace miaobu
