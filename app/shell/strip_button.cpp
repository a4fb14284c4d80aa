#include "app/shell/strip_button.h"

#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/type.h"

#include <QStyleOption>

namespace miaobu::app {

StripButton::StripButton(QWidget* parent) : QAbstractButton(parent) {
    setFont(fontOf(Type::Small));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

QSize StripButton::sizeHint() const {
    return {fontMetrics().horizontalAdvance(text()) + 2 * metrics::space2, metrics::statusStripHeight - 4};
}

void StripButton::paintEvent(QPaintEvent*) {
    const Tokens& tokens = tokensFor(palette());
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    if (underMouse()) {
        drawPanel(painter, rect(), tokens.hover, Qt::transparent, metrics::space1);
    }
    if (hasFocus() && (option.state & QStyle::State_KeyboardFocusChange)) {
        drawFocusRing(painter, rect(), tokens, metrics::space1);
    }
    painter.setPen(tokens.muted);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace miaobu::app
