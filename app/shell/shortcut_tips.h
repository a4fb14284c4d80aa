#pragma once

class QWidget;

namespace miaobu::app {

class Actions;

/// Puts the shortcuts of \a actions into the tool tips of the buttons in \a window that do the same.
void showShortcuts(QWidget& window, const Actions& actions);

} // namespace miaobu::app
