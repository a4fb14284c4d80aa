#pragma once

#include "app/theme/tokens.h"

#include <QStyleOption>

class QPainter;
class QWidget;

/// The drawing that Style hands out, a function for each kind of control.
namespace miaobu::app::style {

void drawButtonPanel(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget, const Tokens& tokens);
void drawButtonLabel(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget, const Tokens& tokens);
[[nodiscard]] QSize buttonSize(const QStyleOptionButton& option, const QWidget* widget);
void drawToolPanel(QPainter& painter, const QStyleOption& option, const Tokens& tokens);

void drawField(QPainter& painter, const QStyleOption& option, const Tokens& tokens);
void drawComboBox(QPainter& painter, const QStyleOptionComboBox& option, const Tokens& tokens);
void drawSpinBox(QPainter& painter, const QStyleOptionSpinBox& option, const Tokens& tokens);
[[nodiscard]] QRect spinBoxPart(const QStyleOptionSpinBox& option, QStyle::SubControl part);
void drawCheckBox(QPainter& painter, const QStyleOption& option, const Tokens& tokens);

void drawTab(QPainter& painter, const QStyleOptionTab& option, const Tokens& tokens);
void drawScrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRect& handle, const Tokens& tokens);
[[nodiscard]] QRect scrollBarPart(const QStyleOptionSlider& option, QStyle::SubControl part);

void drawMenuItem(QPainter& painter, const QStyleOptionMenuItem& option, const Tokens& tokens);
[[nodiscard]] QSize menuItemSize(const QStyleOptionMenuItem& option, const QSize& content);

} // namespace miaobu::app::style
