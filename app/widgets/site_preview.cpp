#include "app/widgets/site_preview.h"

#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/type.h"

#include <QKeyEvent>
#include <QPainterPath>
#include <QTextLayout>

namespace miaobu::app {

namespace {

constexpr int iconSide = 32;

/// The part of \a rect inside a card's hair line, round at the top.
QPainterPath insideCard(const QRectF& rect) {
    const qreal radius = metrics::cardRadius - 1;
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(rect, radius, radius);
    path.addRect(rect.adjusted(0, radius, 0, 0));
    return path.simplified();
}

/// Draws \a text in at most \a most lines of \a rect, the last one cut with an ellipsis; gives the height they took.
int drawLines(QPainter& painter, const QRect& rect, const QString& text, const QFont& font, int most) {
    const QFontMetrics metrics(font);
    painter.setFont(font);
    QTextLayout layout(text, font);
    layout.beginLayout();
    int top = rect.top();
    for (int number = 1; number <= most; ++number) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) {
            break;
        }
        line.setLineWidth(rect.width());
        const QString rest = text.mid(line.textStart(), number == most ? -1 : line.textLength());
        const QString shown = metrics.elidedText(rest.trimmed(), Qt::ElideRight, rect.width());
        painter.drawText(QRect(rect.left(), top, rect.width(), metrics.height()), Qt::AlignLeft, shown);
        top += metrics.lineSpacing();
    }
    layout.endLayout();
    return top - rect.top();
}

} // namespace

SitePreview::SitePreview(QWidget* parent) : QAbstractButton(parent) {
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumSize(200, 176);
}

void SitePreview::setSite(const QString& title, const QString& description, const QImage& image, const QImage& icon) {
    m_title = title;
    m_description = description;
    if (image.cacheKey() != m_image.cacheKey()) {
        m_scaled = {};
    }
    m_image = image;
    m_icon = icon;
    update();
}

void SitePreview::paintEvent(QPaintEvent*) {
    const Tokens& tokens = tokensFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPainterPath inside = insideCard(QRectF(rect()).adjusted(1, 1, -1, 0));
    painter.save();
    painter.setClipPath(inside);
    painter.fillPath(inside, tokens.accentSoft);
    m_image.isNull() ? paintWords(painter) : paintImage(painter);
    painter.restore();
    painter.fillRect(QRect(1, height() - 1, width() - 2, 1), tokens.line);
    if (hasFocus()) {
        drawFocusRing(painter, rect(), tokens, metrics::cardRadius);
    } else if (underMouse()) {
        painter.setPen(QPen(tokens.accent, 1));
        painter.drawPath(insideCard(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5)));
    }
}

void SitePreview::paintImage(QPainter& painter) {
    const qreal scale = devicePixelRatioF();
    const int wide = static_cast<int>(std::lround(width() * scale));
    if (m_scaled.width() != wide) {
        m_scaled = QPixmap::fromImage(m_image.scaledToWidth(wide, Qt::SmoothTransformation));
        m_scaled.setDevicePixelRatio(scale);
    }
    painter.drawPixmap(0, 1, m_scaled);
}

void SitePreview::paintWords(QPainter& painter) const {
    const Tokens& tokens = tokensFor(palette());
    const int margin = metrics::pageMargin;
    QRect place = rect().adjusted(margin, margin, -margin, -metrics::space4);
    const QRect iconPlace(place.topLeft(), QSize(iconSide, iconSide));
    if (m_icon.isNull()) {
        painter.drawPixmap(iconPlace, iconPixmap(Icon::Globe, tokens.accent, iconSide, devicePixelRatioF()));
    } else {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const QSize size = m_icon.size().scaled(iconPlace.size(), Qt::KeepAspectRatio);
        painter.drawImage(QRect(iconPlace.topLeft(), size), m_icon);
    }
    place.setTop(iconPlace.bottom() + metrics::space3);
    painter.setPen(tokens.text);
    place.setTop(place.top() + drawLines(painter, place, m_title, fontOf(Type::Title), 1) + metrics::space1);
    painter.setPen(tokens.muted);
    drawLines(painter, place, m_description, fontOf(Type::Text), 2);
}

void SitePreview::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        return click();
    }
    QAbstractButton::keyPressEvent(event);
}

void SitePreview::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void SitePreview::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace miaobu::app
