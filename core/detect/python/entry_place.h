#pragma once

#include <QString>
#include <QStringList>

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

/// "app.main" of "app/main.py"
[[nodiscard]] QString pythonModule(const QString& path);

/// Whether the code in a folder of this name only shows or tests what the project is.
[[nodiscard]] bool isBesideTheApp(const QString& folder);

} // namespace miaobu
