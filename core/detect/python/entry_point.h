#pragma once

#include "core/detect/app_folder.h"
#include "core/detect/python/entry_place.h"
#include "core/detect/python/python_project.h"

namespace miaobu {

/// The entry point of the application of \a framework ("django", "flask", "fastapi", or another name for any other):
/// from the commands in the files of hosts, from what pyproject.toml names, else from the code, which is only read.
/// Empty when it is not found.
[[nodiscard]] EntryPoint findEntryPoint(
    const AppFolder& folder, const PythonProject& project, const QString& framework);

/// The entry point a server command names ("gunicorn -w 2 pkg.wsgi"); empty when it names none.
[[nodiscard]] EntryPoint entryPointOfCommand(const QString& line);

} // namespace miaobu
