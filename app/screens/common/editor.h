#pragma once

#include "app/screens/common/editor_command.h"

namespace miaobu::app {

/// Shows \a place in the editor \a chosen, a command; else in $VISUAL, in a graphical editor that is installed, or in
/// what the desktop opens texts with. Never in a program that would run the file. False: nothing could be started.
[[nodiscard]] bool openInEditor(const FilePlace& place, const QString& chosen);

/// The program that openInEditor() starts, by its name; empty: what the desktop opens texts with.
[[nodiscard]] QString editorFor(const QString& chosen);

} // namespace miaobu::app
