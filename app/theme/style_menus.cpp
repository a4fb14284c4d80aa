#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/style_parts.h"

#include <QPainter>
#include <QStyle>

namespace miaobu::app::style {

namespace {
constexpr int textLeft = 34;
}

void drawMenuItem(QPainter& painter, const QStyleOptionMenuItem& option, const Tokens& tokens) {
    const QRect rect = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(rect.left() + 8, rect.center().y(), rect.width() - 16, 1), tokens.line);
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    if (enabled && (option.state & QStyle::State_Selected)) {
        drawPanel(painter, rect.adjusted(4, 1, -4, -1), tokens.selection, Qt::transparent, 6);
    }
    const QColor ink = enabled ? tokens.text : tokens.faint;
    const qreal scale = painter.device()->devicePixelRatioF();
    const QPoint iconAt(rect.left() + 12, rect.center().y() - 7);
    if (option.checked) {
        painter.drawPixmap(iconAt, iconPixmap(Icon::Check, tokens.accent, metrics::iconSize, scale));
    } else if (!option.icon.isNull()) {
        painter.drawPixmap(iconAt, recolored(option.icon, ink, metrics::iconSize, scale));
    }
    const QRect textRect = rect.adjusted(textLeft, 0, -16, 0);
    const qsizetype tab = option.text.indexOf(QLatin1Char('\t'));
    painter.setFont(option.font);
    painter.setPen(ink);
    painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic,
        option.text.left(tab < 0 ? option.text.size() : tab));
    if (tab >= 0) {
        painter.setPen(tokens.muted);
        painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignRight, option.text.mid(tab + 1));
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        painter.save();
        painter.translate(rect.right() - 20, rect.center().y() + 1);
        painter.rotate(-90);
        painter.drawPixmap(-6, -6, iconPixmap(Icon::ChevronDown, tokens.muted, 12, scale));
        painter.restore();
    }
}

QSize menuItemSize(const QStyleOptionMenuItem& option, const QSize& content) {
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        return {content.width(), 9};
    }
    const QString text = option.text;
    const qsizetype tab = text.indexOf(QLatin1Char('\t'));
    int width = option.fontMetrics.size(Qt::TextShowMnemonic, text.left(tab < 0 ? text.size() : tab)).width();
    width += tab < 0 ? 0 : 32 + option.fontMetrics.horizontalAdvance(text.mid(tab + 1));
    return {std::max(180, width + textLeft + 32), metrics::controlHeight};
}

} // namespace miaobu::app::style
