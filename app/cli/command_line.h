#pragma once

#include <QString>
#include <QStringList>

namespace miaobu::app {

/// Runs one command of the command line and gives its exit code. Needs a QCoreApplication; runs its event loop.
/// \a arguments are those after the program's name; \a program is its absolute path.
[[nodiscard]] int runCommandLine(const QStringList& arguments, const QString& program);

} // namespace miaobu::app
