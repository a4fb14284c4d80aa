#include "app/widgets/progress_line.h"

#include "app/theme/metrics.h"
#include "app/theme/paint.h"

#include <algorithm>

namespace miaobu::app {

ProgressLine::ProgressLine(QWidget* parent) : QWidget(parent) {
    setFixedHeight(metrics::space1);
}

void ProgressLine::setPercent(int percent) {
    m_percent = std::clamp(percent, 0, 100);
    setAccessibleName(tr("%1 %").arg(m_percent));
    update();
}

void ProgressLine::paintEvent(QPaintEvent*) {
    const Tokens& tokens = tokensFor(palette());
    QPainter painter(this);
    const qreal radius = height() / 2.0;
    drawPanel(painter, rect(), tokens.building.soft, Qt::transparent, radius);
    const QRectF done(0, 0, std::max<qreal>(height(), width() * m_percent / 100.0), height());
    drawPanel(painter, done, tokens.building.ink, Qt::transparent, radius);
}

} // namespace miaobu::app
