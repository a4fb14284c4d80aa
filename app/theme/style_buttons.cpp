#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/style_parts.h"
#include "app/theme/type.h"

#include <QPainter>
#include <QWidget>

namespace miaobu::app::style {

namespace {

constexpr int padding = 14;
constexpr int gap = 8;

struct Look {
    QColor fill;
    QColor line;
    QColor ink;
};

Look lookOf(ButtonKind kind, QStyle::State state, const Tokens& tokens) {
    const bool enabled = state & QStyle::State_Enabled;
    const bool hovered = enabled && (state & QStyle::State_MouseOver);
    const bool down = enabled && (state & (QStyle::State_Sunken | QStyle::State_On));
    switch (kind) {
    case ButtonKind::Primary:
        if (!enabled) {
            return {tokens.line, Qt::transparent, tokens.muted};
        }
        return {down      ? tokens.accent.darker(115)
                : hovered ? tokens.accent.darker(107)
                          : tokens.accent,
            Qt::transparent, tokens.onAccent};
    case ButtonKind::Danger:
        return {hovered || down ? tokens.failed.soft : tokens.card, tokens.line,
            enabled ? tokens.failed.ink : tokens.faint};
    case ButtonKind::Quiet:
        return {hovered || down ? tokens.accentSoft : QColor(Qt::transparent), Qt::transparent,
            enabled ? tokens.accent : tokens.faint};
    case ButtonKind::Link:
        return {Qt::transparent, Qt::transparent,
            hovered || down ? tokens.accent.darker(tokens.dark ? 90 : 125) : tokens.accent};
    case ButtonKind::Secondary:
        break;
    }
    return {hovered || down ? tokens.hover : tokens.card, tokens.line, enabled ? tokens.text : tokens.faint};
}

} // namespace

void drawButtonPanel(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget, const Tokens& tokens) {
    const Look look = lookOf(buttonKind(widget), option.state, tokens);
    drawPanel(painter, option.rect, look.fill, look.line, metrics::controlRadius);
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        Tokens ring = tokens;
        ring.accent = buttonKind(widget) == ButtonKind::Primary ? tokens.text : tokens.accent;
        drawFocusRing(painter, option.rect, ring, metrics::controlRadius);
    }
}

void drawButtonLabel(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget, const Tokens& tokens) {
    const Look look = lookOf(buttonKind(widget), option.state, tokens);
    const QFont font = widget ? widget->font() : painter.font();
    const QFontMetrics metrics(font);
    const bool hasMenu = option.features & QStyleOptionButton::HasMenu;
    const QString text = metrics.elidedText(option.text, Qt::ElideRight, option.rect.width(), Qt::TextShowMnemonic);
    int width = option.text.isEmpty() ? 0 : metrics.size(Qt::TextShowMnemonic, text).width();
    const bool hasIcon = !option.icon.isNull();
    width += hasIcon ? metrics::iconSize + (option.text.isEmpty() ? 0 : gap) : 0;
    width += hasMenu ? metrics::iconSize : 0;
    int x = option.rect.left() + (option.rect.width() - width) / 2;
    const qreal scale = painter.device()->devicePixelRatioF();
    const int iconTop = option.rect.top() + (option.rect.height() - metrics::iconSize) / 2;
    if (hasIcon) {
        painter.drawPixmap(x, iconTop, recolored(option.icon, look.ink, metrics::iconSize, scale));
        x += metrics::iconSize + gap;
    }
    painter.setFont(font);
    painter.setPen(look.ink);
    painter.drawText(QRect(x, option.rect.top(), option.rect.width(), option.rect.height()),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, text);
    if (hasMenu) {
        painter.drawPixmap(x + metrics.size(Qt::TextShowMnemonic, text).width() + 4, iconTop + 2,
            iconPixmap(Icon::ChevronDown, look.ink, 12, scale));
    }
}

QSize buttonSize(const QStyleOptionButton& option, const QWidget* widget) {
    const QFontMetrics metrics = widget ? widget->fontMetrics() : option.fontMetrics;
    const bool hasIcon = !option.icon.isNull();
    int width = option.text.isEmpty() ? 0 : metrics.size(Qt::TextShowMnemonic, option.text).width();
    width += hasIcon ? metrics::iconSize + (option.text.isEmpty() ? 0 : gap) : 0;
    width += option.features & QStyleOptionButton::HasMenu ? metrics::iconSize : 0;
    if (buttonKind(widget) == ButtonKind::Link) {
        return {width + 4, 24};
    }
    const int side = buttonKind(widget) == ButtonKind::Quiet ? gap : padding;
    return {option.text.isEmpty() ? metrics::controlHeight : width + 2 * side, metrics::controlHeight};
}

void drawToolPanel(QPainter& painter, const QStyleOption& option, const Tokens& tokens) {
    const bool marked = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken | QStyle::State_On);
    if (marked && (option.state & QStyle::State_Enabled)) {
        drawPanel(painter, option.rect, tokens.hover, Qt::transparent, metrics::controlRadius);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        drawFocusRing(painter, option.rect, tokens, metrics::controlRadius);
    }
}

} // namespace miaobu::app::style
