#include "app/theme/icon_engine.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>

namespace miaobu::app {

namespace {

QColor colorOf(QIcon::Mode mode) {
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    case QIcon::Selected:
    case QIcon::Active:
    case QIcon::Normal:
        break;
    }
    return palette.color(QPalette::Active, QPalette::ButtonText);
}

} // namespace

void IconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) {
    const int size = std::min(rect.width(), rect.height());
    const qreal scale = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    painter->drawPixmap(rect.center() - QPoint(size / 2 - 1, size / 2 - 1), iconPixmap(m_which, colorOf(mode), size, scale));
}

QPixmap IconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) {
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap IconEngine::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) {
    // Qt asks in device pixels and says how many there are to a point.
    QPixmap pixmap = iconPixmap(m_which, colorOf(mode), std::min(size.width(), size.height()), 1.0);
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

} // namespace miaobu::app
