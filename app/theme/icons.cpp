#include "app/theme/icons.h"

#include "app/theme/icon_engine.h"

#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QString fileOf(Icon which) {
    static constexpr std::array names {"add", "back", "branch", "check", "chevron-down", "close", "computer", "copy", "deploy", "down",
        "folder", "globe", "link", "log", "more", "open", "paw", "pin", "roll-back", "save", "search", "settings", "stop", "trash",
        "up", "warning"};
    return u":/icons/%1.svg"_s.arg(QLatin1StringView(names.at(static_cast<std::size_t>(which))));
}

void fill(QPixmap& shape, const QColor& color) {
    QPainter painter(&shape);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRectF(QPointF(0, 0), shape.deviceIndependentSize()), color);
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
