#pragma once

class QApplication;
class QString;

namespace miaobu::app {

/// Builds the services, puts in order what an earlier run left, and shows the window until it is closed. Gives the exit code.
/// When the program's own files cannot be opened, a page says why instead, and nothing is changed.
/// \a program is the absolute path of this program. \a argument is a folder, a miaobu:// link, or nothing; where a window is open
/// already, it comes to the front and opens that instead.
[[nodiscard]] int startWindow(QApplication& application, const QString& program, const QString& argument);

} // namespace miaobu::app
