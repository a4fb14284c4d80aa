#include "app/widgets/pill.h"

#include "app/theme/metrics.h"
#include "app/theme/paint.h"

namespace miaobu::app {

Pill::Pill(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Pill::setState(const QString& text, Tone tone) {
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const {
    return {pillWidth(m_text), metrics::pillHeight + 2};
}

void Pill::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawPill(painter, rect(), m_text, m_tone, tokensFor(palette()));
}

} // namespace miaobu::app
