#include "app/shell/tray_icon.h"

#include "app/theme/icons.h"
#include "app/theme/paint.h"

namespace miaobu::app {

QIcon trayIcon(Tone tone, const Tokens& tokens) {
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48}) {
        QPixmap pixmap = iconPixmap(Icon::Paw, tokens.text, size, 1.0);
        if (tone != Tone::Idle) {
            QPainter painter(&pixmap);
            painter.setRenderHint(QPainter::Antialiasing);
            const qreal side = size * 0.5;
            const QRectF badge(size - side, size - side, side, side);
            // A gap around the mark keeps it apart from the paw.
            painter.setCompositionMode(QPainter::CompositionMode_Clear);
            painter.drawEllipse(badge.adjusted(-1, -1, 1, 1));
            painter.setBrush(Qt::black);
            painter.drawEllipse(badge.adjusted(-1, -1, 1, 1));
            painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
            drawMark(painter, badge, tone, tokens);
        }
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace miaobu::app
