#include "app/widgets/state_mark.h"

#include "app/theme/metrics.h"
#include "app/theme/paint.h"

namespace miaobu::app {

StateMark::StateMark(QWidget* parent) : QWidget(parent), m_turning([this] { update(); }) {
    setFixedSize(metrics::markSize, metrics::markSize);
}

void StateMark::setTone(Tone tone) {
    m_tone = tone;
    m_turning.setRunning(tone == Tone::Building && isVisible());
    update();
}

void StateMark::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawMark(painter, rect(), m_tone, tokensFor(palette()), m_turning.turn());
}

void StateMark::showEvent(QShowEvent*) {
    m_turning.setRunning(m_tone == Tone::Building);
}

void StateMark::hideEvent(QHideEvent*) {
    m_turning.setRunning(false);
}

} // namespace miaobu::app
