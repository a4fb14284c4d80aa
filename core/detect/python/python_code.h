#pragma once

#include <QString>
#include <QStringList>

namespace miaobu {

/// The web application a Python file makes.
struct PythonApplication {
    QString instance; ///< "app" of "app = FastAPI()"
    QString factory; ///< "create_app" of "def create_app():"
    bool isAsgi = false;
    bool needsArguments = false; ///< The factory cannot be called without any.

    [[nodiscard]] bool isFound() const { return !instance.isEmpty() || !factory.isEmpty(); }
};

/// Reads \a source for a top-level application or a factory. Comments and texts do not count; nothing is run.
[[nodiscard]] PythonApplication pythonApplication(const QString& source);

/// The text that a top-level \a name is set to in \a source; empty when it is not, or not to a literal.
[[nodiscard]] QString pythonText(const QString& source, const QString& name);

/// The modules that \a source imports by a name of one part or whose first part that is: "import db", "from db.x import y".
[[nodiscard]] QStringList importedModules(const QString& source);

} // namespace miaobu
