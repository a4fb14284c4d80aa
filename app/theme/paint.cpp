#include "app/theme/paint.h"

#include "app/theme/metrics.h"
#include "app/theme/type.h"

#include <QFontMetrics>
#include <QPainterPath>

namespace miaobu::app {

void drawPanel(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& line, qreal radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(line.alpha() > 0 ? QPen(line, 1) : QPen(Qt::NoPen));
    painter.drawRoundedRect(line.alpha() > 0 ? rect.adjusted(0.5, 0.5, -0.5, -0.5) : rect, radius, radius);
    painter.restore();
}

void drawFocusRing(QPainter& painter, const QRectF& rect, const Tokens& tokens, qreal radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.accent, 2));
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
    painter.restore();
}

void drawMark(QPainter& painter, const QRectF& rect, Tone tone, const Tokens& tokens, qreal turn) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.of(tone).ink);
    const qreal size = std::min(rect.width(), rect.height());
    const QPointF middle = rect.center();
    switch (tone) {
    case Tone::Live:
        painter.drawEllipse(middle, size * 0.4, size * 0.4);
        break;
    case Tone::Preview: {
        const qreal half = size * 0.4;
        painter.drawRoundedRect(QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half), half / 4, half / 4);
        break;
    }
    case Tone::Building: {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.building.ink, size * 0.2, Qt::SolidLine, Qt::RoundCap));
        const qreal half = size * 0.4;
        const auto start = static_cast<int>(std::lround((60.0 - turn * 360.0) * 16.0));
        painter.drawArc(QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half), start, 260 * 16);
        break;
    }
    case Tone::Failed: {
        const qreal half = size * 0.5;
        QPainterPath path;
        path.moveTo(middle.x(), middle.y() - half);
        path.lineTo(middle.x() + half, middle.y());
        path.lineTo(middle.x(), middle.y() + half);
        path.lineTo(middle.x() - half, middle.y());
        path.closeSubpath();
        painter.drawPath(path);
        break;
    }
    case Tone::Idle:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.idle.ink, size * 0.15));
        painter.drawEllipse(middle, size * 0.3, size * 0.3);
        break;
    }
    painter.restore();
}

int pillWidth(const QString& text) {
    return QFontMetrics(fontOf(Type::SmallStrong)).horizontalAdvance(text) + 2 * 9;
}

void drawPill(QPainter& painter, const QRect& rect, const QString& text, Tone tone, const Tokens& tokens) {
    const QRect pill(
        rect.left(), rect.center().y() - metrics::pillHeight / 2 + 1, pillWidth(text), metrics::pillHeight);
    drawPanel(painter, pill, tokens.of(tone).soft, Qt::transparent, metrics::pillRadius);
    painter.save();
    painter.setFont(fontOf(Type::SmallStrong));
    painter.setPen(tokens.of(tone).ink);
    painter.drawText(pill, Qt::AlignCenter, text);
    painter.restore();
}

} // namespace miaobu::app
