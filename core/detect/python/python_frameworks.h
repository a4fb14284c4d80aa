#pragma once

#include "core/detect/python/python_project.h"

namespace miaobu {

/// A web framework as it shows itself among the dependencies.
struct PythonFramework {
    const char* package;
    const char* slug; ///< Empty for those that have no name of their own in plans.
    bool isAsgi;
};

/// The framework of \a project: of its dependencies, else of its groups. Null for none, and for the repository of a
/// framework itself, which is no application whatever its documentation is made with.
[[nodiscard]] const PythonFramework* pythonFramework(const PythonProject& project);

/// The framework with the slug \a slug; null for none.
[[nodiscard]] const PythonFramework* pythonFrameworkNamed(const QString& slug);

/// The groups and extras that have to be installed beside the usual dependencies, because the framework or the server
/// of \a command is in them and nowhere else.
[[nodiscard]] QList<PythonGroup> neededGroups(const PythonProject& project, const QString& command);

/// The server programs that \a command runs and that neither the dependencies of \a project nor its needed groups
/// bring: "gunicorn", "uvicorn".
[[nodiscard]] QStringList missingServers(const PythonProject& project, const QString& command);

} // namespace miaobu
