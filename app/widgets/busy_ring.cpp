#include "app/widgets/busy_ring.h"

#include "app/theme/paint.h"

namespace miaobu::app {

BusyRing::BusyRing(int size, QWidget* parent) : QWidget(parent), m_turning([this] { update(); }) {
    setFixedSize(size, size);
}

void BusyRing::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawMark(painter, rect(), Tone::Building, tokensFor(palette()), m_turning.turn());
}

void BusyRing::showEvent(QShowEvent*) {
    m_turning.setRunning(true);
}

void BusyRing::hideEvent(QHideEvent*) {
    m_turning.setRunning(false);
}

} // namespace miaobu::app
