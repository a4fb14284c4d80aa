#pragma once

#include <QTimer>

#include <functional>

namespace miaobu::app {

/// The turn of a busy ring: once around in 1.2 seconds while it runs, still where the desktop asks for no motion.
class Turning {
public:
    /// \a onFrame is called for each picture.
    explicit Turning(std::function<void()> onFrame);

    void setRunning(bool running);
    [[nodiscard]] qreal turn() const { return m_turn; }

private:
    std::function<void()> m_onFrame;
    QTimer m_timer;
    qreal m_turn = 0;
};

} // namespace miaobu::app
