#include "app/widgets/turning.h"

#include <QApplication>
#include <QStyle>

namespace miaobu::app {

namespace {
constexpr int frameMilliseconds = 60;
constexpr qreal step = frameMilliseconds / 1200.0;
} // namespace

Turning::Turning(std::function<void()> onFrame) : m_onFrame(std::move(onFrame)) {
    m_timer.setInterval(frameMilliseconds);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
        m_turn += step;
        m_turn -= m_turn >= 1.0 ? 1.0 : 0.0;
        m_onFrame();
    });
}

void Turning::setRunning(bool running) {
    if (running == m_timer.isActive()) {
        return;
    }
    if (!running) {
        m_timer.stop();
    } else if (QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0) {
        m_timer.start();
    }
}

} // namespace miaobu::app
