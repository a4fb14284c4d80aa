#pragma once

#include "core/async/completion.h"
#include "core/process/command.h"
#include "core/process/output_handler.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTimer>

#include <sys/types.h>

#include <chrono>

namespace miaobu {

/// One child in a session of its own, and the moments of its life. Both channels go to the handler as bytes arrive, so
/// nothing piles up.
class ChildProcess {
public:
    enum class Interruption { None, Stopped, TooLong, TooSilent };

    /// Starts \a command at once. \a onOutput must not throw.
    ChildProcess(const Command& command, OutputHandler onOutput);
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// The program runs, or could not be started.
    [[nodiscard]] Completion started() const { return m_started; }
    /// The child has ended or its end was asked for.
    [[nodiscard]] Completion endedOrInterrupted() const { return m_endedOrInterrupted; }
    /// The child itself is gone and everything it wrote was delivered. Complete too when it could not be started.
    [[nodiscard]] Completion ended() const { return m_ended; }

    void interrupt(Interruption reason);
    [[nodiscard]] Interruption interruption() const { return m_interruption; }

    /// Its process id, which names its group and session; 0 when it could not be started. Stays known after the end.
    [[nodiscard]] pid_t group() const { return m_group; }
    [[nodiscard]] bool hasStarted() const { return m_group > 0; }
    [[nodiscard]] QString errorText() const { return m_process.errorString(); }
    /// 128 + signal number when a signal ended it.
    [[nodiscard]] int exitCode() const;
    [[nodiscard]] std::chrono::milliseconds duration() const { return m_duration; }

private:
    void connectLife();
    void startTimers(const Command& command);
    void deliver(LogChannel channel);
    void end();

    OutputHandler m_onOutput;
    QTimer m_timeout;
    QTimer m_silence;
    QElapsedTimer m_clock;
    Completion m_started;
    Completion m_endedOrInterrupted;
    Completion m_ended;
    Interruption m_interruption = Interruption::None;
    pid_t m_group = 0;
    std::chrono::milliseconds m_duration{0};
    QProcess m_process; // Last: what its end touches must still be there.
};

} // namespace miaobu
