#pragma once

#include "app/theme/tokens.h"

#include <QPainter>
#include <QRectF>
#include <QString>

namespace miaobu::app {

/// A rounded panel with a hair line around it.
void drawPanel(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& line, qreal radius);

/// The two-pixel ring around what has the keyboard.
void drawFocusRing(QPainter& painter, const QRectF& rect, const Tokens& tokens, qreal radius);

/// The small mark of a state: a dot (live), an open ring turned by \a turn (building, 0…1 is once around), a diamond
/// (failed), a square (preview), a small circle (idle).
void drawMark(QPainter& painter, const QRectF& rect, Tone tone, const Tokens& tokens, qreal turn = 0);

/// The width of a pill that says \a text.
[[nodiscard]] int pillWidth(const QString& text);
/// A pill, its left edge and its middle given by \a rect.
void drawPill(QPainter& painter, const QRect& rect, const QString& text, Tone tone, const Tokens& tokens);

} // namespace miaobu::app
