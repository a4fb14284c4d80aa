#include "app/shell/palette_button.h"

#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/type.h"

#include <QStyleOption>

namespace miaobu::app {

namespace {
constexpr int usualWidth = 420;
constexpr int leastWidth = 200;
constexpr int keysPadding = 6;
} // namespace

PaletteButton::PaletteButton(QWidget* parent) : QAbstractButton(parent) {
    setObjectName(QStringLiteral("paletteButton"));
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void PaletteButton::setKeys(const QString& keys) {
    m_keys = keys;
    update();
}

QSize PaletteButton::sizeHint() const {
    return {usualWidth, metrics::controlHeight - 2};
}

QSize PaletteButton::minimumSizeHint() const {
    return {leastWidth, metrics::controlHeight - 2};
}

void PaletteButton::paintEvent(QPaintEvent*) {
    const Tokens& tokens = tokensFor(palette());
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    drawPanel(painter, rect(), underMouse() ? tokens.hover : tokens.card, tokens.line, metrics::controlRadius);
    if (hasFocus() && (option.state & QStyle::State_KeyboardFocusChange)) {
        drawFocusRing(painter, rect(), tokens, metrics::controlRadius);
    }
    painter.drawPixmap(metrics::space3, (height() - metrics::iconSize) / 2,
        iconPixmap(Icon::Search, tokens.muted, metrics::iconSize, devicePixelRatioF()));
    int right = width() - metrics::space2;
    if (!m_keys.isEmpty()) {
        painter.setFont(fontOf(Type::Small));
        const int keysWidth = painter.fontMetrics().horizontalAdvance(m_keys) + 2 * keysPadding;
        const QRect keys(right - keysWidth, 6, keysWidth, height() - 12);
        drawPanel(painter, keys, Qt::transparent, tokens.line, 4);
        painter.setPen(tokens.muted);
        painter.drawText(keys, Qt::AlignCenter, m_keys);
        right = keys.left() - metrics::space2;
    }
    const int left = metrics::space3 + metrics::iconSize + metrics::space2;
    painter.setFont(fontOf(Type::Text));
    painter.setPen(tokens.muted);
    painter.drawText(QRect(left, 0, right - left, height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, right - left));
}

} // namespace miaobu::app
