#pragma once

#include "app/shell/window_services.h"

class QApplication;

namespace miaobu::app {

/// Opens the window and runs the event loop until it is closed and the deployer is idle. Gives the exit code of the
/// program.
int runWindow(QApplication& application, const WindowServices& services);

} // namespace miaobu::app
