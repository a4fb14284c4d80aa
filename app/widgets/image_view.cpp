#include "app/widgets/image_view.h"

#include "app/theme/tokens.h"
#include "app/theme/type.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPainter>
#include <QScrollBar>

namespace miaobu::app {

namespace {

constexpr int square = 8;

void drawChequers(QPainter& painter, const QRect& rect, const Tokens& tokens) {
    painter.fillRect(rect, tokens.card);
    painter.setClipRect(rect);
    for (int top = rect.top(); top <= rect.bottom(); top += square) {
        const int shift = (top - rect.top()) / square % 2 * square;
        for (int left = rect.left() + shift; left <= rect.right(); left += 2 * square) {
            painter.fillRect(QRect(left, top, square, square), tokens.line);
        }
    }
}

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    auto* const view = qobject_cast<ImageView*>(object);
    return view ? new QAccessibleWidget(view, QAccessible::Graphic) : nullptr;
}

} // namespace

ImageView::ImageView(QWidget* parent) : QAbstractScrollArea(parent) {
    // A factory that is there already is not added again.
    QAccessible::installFactory(makeInterface);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setFocusPolicy(Qt::StrongFocus);
}

void ImageView::setImage(const QImage& image, const QString& words) {
    m_image = QPixmap::fromImage(image);
    m_words = words;
    updateScrollBars();
    viewport()->update();
}

void ImageView::setFitting(bool fits) {
    m_fits = fits;
    updateScrollBars();
    viewport()->update();
}

QSize ImageView::shownSize() const {
    const QSize room = viewport()->size();
    const QSize own = m_image.size();
    const bool isSmall = own.width() <= room.width() && own.height() <= room.height();
    return m_fits && !isSmall ? own.scaled(room, Qt::KeepAspectRatio).expandedTo({1, 1}) : own;
}

void ImageView::updateScrollBars() {
    const QSize excess = (shownSize() - viewport()->size()).expandedTo({0, 0});
    horizontalScrollBar()->setRange(0, m_fits ? 0 : excess.width());
    verticalScrollBar()->setRange(0, m_fits ? 0 : excess.height());
    horizontalScrollBar()->setPageStep(viewport()->width());
    verticalScrollBar()->setPageStep(viewport()->height());
}

void ImageView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
}

void ImageView::paintEvent(QPaintEvent*) {
    const Tokens& tokens = tokensFor(palette());
    QPainter painter(viewport());
    if (m_image.isNull()) {
        painter.setFont(fontOf(Type::Text));
        painter.setPen(tokens.muted);
        painter.drawText(viewport()->rect(), static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap, m_words);
        return;
    }
    const QSize size = shownSize();
    const QSize room = viewport()->size();
    const QPoint corner(
        size.width() < room.width() ? (room.width() - size.width()) / 2 : -horizontalScrollBar()->value(),
        size.height() < room.height() ? (room.height() - size.height()) / 2 : -verticalScrollBar()->value());
    const QRect place(corner, size);
    drawChequers(painter, place.intersected(viewport()->rect()), tokens);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(place, m_image);
}

} // namespace miaobu::app
