#pragma once

#include <QTimer>

#include <chrono>
#include <stop_token>

namespace miaobu {

/// A stop token of its own for putting things in order after a failure or Cancel: it is requested when the time is up.
class Grace {
public:
    explicit Grace(std::chrono::milliseconds duration) {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { m_stop.request_stop(); });
        m_timer.start(duration);
    }

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    QTimer m_timer;
};

} // namespace miaobu
