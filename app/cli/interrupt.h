#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>
#include <stop_token>

namespace miaobu::app {

/// Turns SIGINT, SIGTERM and SIGHUP into a stop request on the main thread. One for a process; a second signal of the same
/// kind ends the process at once, for a person who does not want to wait.
class Interrupt : public QObject {
    Q_OBJECT

public:
    Interrupt();
    ~Interrupt() override;

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }
    [[nodiscard]] bool wasRequested() const { return m_stop.stop_requested(); }

private:
    void onSignal();

    std::stop_source m_stop;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace miaobu::app
