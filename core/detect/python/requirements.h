#pragma once

#include "core/detect/app_folder.h"

#include <QSet>

namespace miaobu {

/// What a Python project declares to need, and with which tool it is installed.
struct PythonProject {
    QString manager; ///< pip, poetry, uv, pdm or pipenv; empty when there is no sign of a Python project.
    QString installCommand;
    QString reason;
    QSet<QString> packages; ///< Normalised as PEP 503 says: lower case, with single hyphens.
    QString name; ///< Of the project itself, normalised; empty when it has none.
    QString version; ///< Of Python: "3.12"; empty when it is not declared.
    QString versionReason;
};

[[nodiscard]] PythonProject readPythonProject(const AppFolder& folder);

/// The name of a requirement ("Django[argon2]>=4 ; python_version>'3'" → "django"); empty when the line is none.
[[nodiscard]] QString requirementName(const QString& line);

} // namespace miaobu
