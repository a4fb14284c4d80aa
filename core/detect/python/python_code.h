#pragma once

#include <QString>

namespace miaobu {

/// The web application a Python file makes.
struct PythonApplication {
    QString instance; ///< "app" of "app = FastAPI()"
    QString factory; ///< "create_app" of "def create_app():"
    bool isAsgi = false;
};

/// Reads \a source for a top-level application or a factory. Comments and texts do not count; nothing is run.
[[nodiscard]] PythonApplication pythonApplication(const QString& source);

/// The text that a top-level \a name is set to in \a source; empty when it is not, or not to a literal.
[[nodiscard]] QString pythonText(const QString& source, const QString& name);

} // namespace miaobu
