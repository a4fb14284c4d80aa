#pragma once

#include "app/shell/window_services.h"

class QApplication;

namespace miaobu::app {

class WindowInstance;

/// Opens the window and runs the event loop until it is closed and the deployer is idle. Gives the exit code of the
/// program. \a argument: what the program was started with, and \a instance what it is started with again.
int runWindow(
    QApplication& application, const WindowServices& services, WindowInstance& instance, const QString& argument);

} // namespace miaobu::app
