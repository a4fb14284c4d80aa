#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/style_parts.h"
#include "app/theme/type.h"

#include <QPainter>
#include <QStyle>

namespace miaobu::app::style {

void drawTab(QPainter& painter, const QStyleOptionTab& option, const Tokens& tokens) {
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter.save();
    painter.setFont(fontOf(selected ? Type::Heading : Type::Text));
    painter.setPen(selected || hovered ? tokens.text : tokens.muted);
    painter.drawText(option.rect.adjusted(0, 0, 0, -2), Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
    painter.restore();
    const QRect text = QFontMetrics(fontOf(Type::Heading))
                           .boundingRect(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
    if (selected) {
        const QRect bar(text.left(), option.rect.bottom() - 1, text.width(), 2);
        painter.fillRect(bar, tokens.accent);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        drawFocusRing(painter, text.adjusted(-6, -4, 6, 4), tokens, metrics::controlRadius);
    }
}

QRect scrollBarPart(const QStyleOptionSlider& option, QStyle::SubControl part) {
    const bool horizontal = option.orientation == Qt::Horizontal;
    const int length = horizontal ? option.rect.width() : option.rect.height();
    const qint64 range = static_cast<qint64>(option.maximum) - option.minimum;
    const qint64 whole = range + option.pageStep;
    const int handle = range <= 0 || whole <= 0
        ? length
        : std::clamp(
              static_cast<int>(static_cast<qint64>(length) * option.pageStep / whole), std::min(32, length), length);
    const int start = QStyle::sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown);
    const auto span = [&](int from, int size) {
        return horizontal ? QRect(option.rect.left() + from, option.rect.top(), size, option.rect.height())
                          : QRect(option.rect.left(), option.rect.top() + from, option.rect.width(), size);
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return option.rect;
    case QStyle::SC_ScrollBarSlider:
        return span(start, handle);
    case QStyle::SC_ScrollBarSubPage:
        return span(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return span(start + handle, length - start - handle);
    default:
        return {};
    }
}

void drawScrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRect& handle, const Tokens& tokens) {
    if (option.maximum <= option.minimum) {
        return;
    }
    const bool held = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    QColor color = tokens.faint;
    color.setAlpha(held ? 190 : 110);
    const QRectF thumb = option.orientation == Qt::Horizontal ? QRectF(handle).adjusted(2, 3, -2, -3)
                                                              : QRectF(handle).adjusted(3, 2, -3, -2);
    drawPanel(painter, thumb, color, Qt::transparent, std::min(thumb.width(), thumb.height()) / 2);
}

} // namespace miaobu::app::style
