#pragma once

#include "core/detect/app_folder.h"

namespace miaobu {

/// Where a Python web application begins.
struct EntryPoint {
    QString module; ///< "app.main:app", "flaskr:create_app()"
    QString reason;
    bool isFactory = false;
    bool isAsgi = false; ///< As far as the place it was found in shows it.
};

/// The entry point of the application of \a framework ("django", "flask", "fastapi", or another name for any other):
/// from the commands in Procfile, render.yaml and Dockerfile, else from the code, which is only read. Empty when it is
/// not found.
[[nodiscard]] EntryPoint findEntryPoint(const AppFolder& folder, const QString& framework);

/// The entry point a server command names ("gunicorn -w 2 pkg.wsgi"); empty when it names none.
[[nodiscard]] EntryPoint entryPointOfCommand(const QString& line);

} // namespace miaobu
