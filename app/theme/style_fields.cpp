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

QRect spinBoxPart(const QStyleOptionSpinBox& option, QStyle::SubControl part) {
    constexpr int buttonWidth = 28;
    const QRect& whole = option.rect;
    const int half = whole.height() / 2;
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        return {whole.right() + 1 - buttonWidth, whole.top(), buttonWidth, half};
    case QStyle::SC_SpinBoxDown:
        return {whole.right() + 1 - buttonWidth, whole.top() + half, buttonWidth, whole.height() - half};
    case QStyle::SC_SpinBoxEditField:
        return whole.adjusted(1, 1, -buttonWidth, -1);
    default:
        return whole;
    }
}

void drawSpinBox(QPainter& painter, const QStyleOptionSpinBox& option, const Tokens& tokens) {
    constexpr int size = 12;
    drawField(painter, option, tokens);
    const auto draw = [&](QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag step) {
        const bool isPossible = (option.state & QStyle::State_Enabled) && (option.stepEnabled & step);
        const bool isHovered = (option.state & QStyle::State_MouseOver) && (option.activeSubControls & part);
        const QColor ink = !isPossible ? tokens.line : isHovered ? tokens.text : tokens.muted;
        const QPixmap down = iconPixmap(Icon::ChevronDown, ink, size, painter.device()->devicePixelRatioF());
        const bool isUp = part == QStyle::SC_SpinBoxUp;
        const QRect place = spinBoxPart(option, part);
        const QPoint at(place.center().x() - size / 2, isUp ? place.bottom() - size : place.top());
        painter.drawPixmap(at, isUp ? down.transformed(QTransform::fromScale(1, -1)) : down);
    };
    draw(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled);
    draw(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled);
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
