#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/style_parts.h"

#include <QPainter>
#include <QStyle>

namespace miaobu::app::style {

void drawField(QPainter& painter, const QStyleOption& option, const Tokens& tokens) {
    const bool enabled = option.state & QStyle::State_Enabled;
    drawPanel(painter, option.rect, enabled ? tokens.field : tokens.card, tokens.line, metrics::controlRadius);
    if (option.state & QStyle::State_HasFocus) {
        drawFocusRing(painter, option.rect, tokens, metrics::controlRadius);
    }
}

void drawComboBox(QPainter& painter, const QStyleOptionComboBox& option, const Tokens& tokens) {
    drawField(painter, option, tokens);
    const QColor ink = option.state & QStyle::State_Enabled ? tokens.muted : tokens.faint;
    painter.drawPixmap(option.rect.right() - 26, option.rect.center().y() - 7,
        iconPixmap(Icon::ChevronDown, ink, metrics::iconSize, painter.device()->devicePixelRatioF()));
}

void drawCheckBox(QPainter& painter, const QStyleOption& option, const Tokens& tokens) {
    const bool checked = option.state & QStyle::State_On;
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor fill = !checked ? tokens.field : enabled ? tokens.accent : tokens.line;
    drawPanel(painter, option.rect, fill, checked ? QColor(Qt::transparent) : tokens.faint, 4);
    if (checked) {
        const int size = option.rect.width() - 4;
        painter.drawPixmap(option.rect.left() + 2, option.rect.top() + 2,
            iconPixmap(
                Icon::Check, enabled ? tokens.onAccent : tokens.muted, size, painter.device()->devicePixelRatioF()));
    }
}

} // namespace miaobu::app::style
