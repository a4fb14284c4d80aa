#pragma once

class QWidget;

namespace miaobu::app {

class WindowFrame;

/// Puts the keyboard into the next pane of \a frame that is to be seen (sidebar, page, activity, top bar), or into the one before.
void moveToPane(WindowFrame& frame, bool forwards);

} // namespace miaobu::app
