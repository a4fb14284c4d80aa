#pragma once

#include "app/theme/icons.h"

#include <QIconEngine>

namespace miaobu::app {

/// Draws one icon in the colour the application's palette has when it is drawn.
class IconEngine final : public QIconEngine {
public:
    explicit IconEngine(Icon which)
        : m_which(which) {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    [[nodiscard]] QIconEngine* clone() const override { return new IconEngine(m_which); }

private:
    Icon m_which;
};

} // namespace miaobu::app
