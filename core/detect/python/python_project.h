#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace miaobu {

/// Dependencies beside the usual ones: a PEP 735 or Poetry group, or an extra of the project.
struct PythonGroup {
    QString name;
    bool isExtra = false;
    QSet<QString> packages;
    QStringList texts; ///< PEP 508; Poetry's have none.
};

/// What a Python project declares to need, and with which tool it is installed.
struct PythonProject {
    QString manager; ///< pip, poetry, uv, pdm or pipenv; empty when there is no sign of a Python project.
    QString installCommand;
    QString reason;
    QSet<QString> packages; ///< Normalised as PEP 503 says, with the servers that extras bring.
    QList<PythonGroup> groups; ///< Those that are not for development alone.
    QString name; ///< Of the project itself, normalised; empty when it has none.
    QString version; ///< Of Python: "3.12"; empty when it is not declared.
    QString versionReason;

    // What an install reads.
    QString requirements; ///< "requirements.txt", "requirements/prod.txt"; empty when pip installs no such file.
    QString lockfile; ///< Of poetry, uv, pdm or pipenv; empty when there is none in the folder.
    QStringList dependencies; ///< PEP 508 texts of [project] in pyproject.toml
    bool isPackage = false; ///< It can be installed itself: a build system, a setup.py.
    bool isDynamic = false; ///< Its dependencies are only known to its build system.
    QHash<QString, QString> scripts; ///< [project.scripts], [tool.poetry.scripts]: name → "module:function"
    QString entryPoint; ///< [tool.fastapi] entrypoint, [tool.vercel] …: "app.main:app"; empty when nothing says one.
    QString entryReason;
};

} // namespace miaobu
