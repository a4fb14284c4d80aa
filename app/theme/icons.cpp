#include "app/theme/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QString fileOf(Icon which) {
    static constexpr std::array names{"add", "back", "branch", "check", "chevron-down", "close", "cloud", "compare",
        "computer", "copy", "deploy", "down", "eye", "eye-off", "folder", "globe", "link", "log", "more", "open", "paw",
        "pin", "refresh", "roll-back", "save", "search", "settings", "stop", "trash", "up", "warning"};
    return u":/icons/%1.svg"_s.arg(QLatin1StringView(names.at(static_cast<std::size_t>(which))));
}

void fill(QPixmap& shape, const QColor& color) {
    QPainter painter(&shape);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRectF(QPointF(0, 0), shape.deviceIndependentSize()), color);
}

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

/// Draws one icon in the colour the application's palette has when it is drawn.
class IconEngine final : public QIconEngine {
public:
    explicit IconEngine(Icon which) : m_which(which) { }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    [[nodiscard]] QIconEngine* clone() const override { return new IconEngine(m_which); }

private:
    Icon m_which;
};

void IconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) {
    const int size = std::min(rect.width(), rect.height());
    const qreal scale = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    painter->drawPixmap(
        rect.center() - QPoint(size / 2 - 1, size / 2 - 1), iconPixmap(m_which, colorOf(mode), size, scale));
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

} // namespace

QIcon iconOf(Icon which) {
    return QIcon(new IconEngine(which));
}

QPixmap iconPixmap(Icon which, const QColor& color, int size, qreal scale) {
    const QString key = u"miaobu-%1-%2-%3-%4"_s.arg(static_cast<int>(which)).arg(color.rgba()).arg(size).arg(scale);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    pixmap = QPixmap(QSize(size, size) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    {
        QPainter painter(&pixmap);
        QSvgRenderer(fileOf(which)).render(&painter, QRectF(0, 0, size, size));
    }
    fill(pixmap, color);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QPixmap recolored(const QIcon& icon, const QColor& color, int size, qreal scale) {
    QPixmap pixmap = icon.pixmap(QSize(size, size), scale);
    fill(pixmap, color);
    return pixmap;
}

QIcon applicationIcon() {
    return QIcon(u":/icons/miaobu.svg"_s);
}

} // namespace miaobu::app
