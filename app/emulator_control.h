#pragma once

#include "core/async/error.h"
#include "core/model/home.h"

#include <QCoro/QCoroTask>
#include <QObject>

#include <stop_token>

namespace miaobu::app {

/// The emulator behind "This computer", for the window. Belongs to the main thread, outlives the event loop.
class EmulatorControl final : public QObject {
    Q_OBJECT

public:
    struct State {
        bool isRunning = false;
        bool isBusy = false; ///< Being started or stopped
        int port = 0; ///< Of the sites
        qint64 process = 0;
    };

    EmulatorControl(Home home, QString program);
    /// Nothing may be under way any more.
    ~EmulatorControl() override;

    /// As it is at this moment, whoever started it.
    [[nodiscard]] State state() const;
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    // Each ends in changed(), after failed() where it did not succeed. While one is under way, another is not begun.
    void start();
    void stop();
    /// Cancels what is under way and begins nothing more; idle() follows from the event loop.
    void shutDown();

signals:
    void changed();
    void failed(const miaobu::Error& error);
    void idle();

private:
    enum class Task { Start, Stop };
    QCoro::Task<> execute(Task task, std::stop_token stop);
    void begin(Task task);

    Home m_home;
    QString m_program;
    std::stop_source m_stop;
    bool m_isBusy = false;
    bool m_isShuttingDown = false;
};

} // namespace miaobu::app
