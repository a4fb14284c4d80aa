#pragma once

#include "core/detect/app_folder.h"
#include "core/detect/python/python_project.h"

namespace miaobu {

/// Where a Python web application begins.
struct EntryPoint {
    QString module; ///< "app.main:app", "flaskr:create_app()"
    QString reason;
    bool isFactory = false;
    bool isAsgi = false; ///< As far as the place it was found in shows it.
    QString command; ///< What a host's file says to run, listening on port 9000; empty when nothing does.
    QString folder; ///< What the modules are found from, where that is not the project's own: "backend"
    QStringList others; ///< Further modules that could be it.
};

/// The entry point of the application of \a framework ("django", "flask", "fastapi", or another name for any other):
/// from the commands in the files of hosts, from what pyproject.toml names, else from the code, which is only read.
/// Empty when it is not found.
[[nodiscard]] EntryPoint findEntryPoint(
    const AppFolder& folder, const PythonProject& project, const QString& framework);

/// The entry point a server command names ("gunicorn -w 2 pkg.wsgi"); empty when it names none.
[[nodiscard]] EntryPoint entryPointOfCommand(const QString& line);

/// "app.main" of "app/main.py"
[[nodiscard]] QString pythonModule(const QString& path);

/// Whether the code in a folder of this name only shows or tests what the project is.
[[nodiscard]] bool isBesideTheApp(const QString& folder);

} // namespace miaobu
