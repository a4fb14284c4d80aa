#pragma once

#include "core/detect/app_folder.h"
#include "core/detect/python/entry_place.h"

namespace miaobu {

/// The WSGI or ASGI application of a Django project: from the settings that manage.py names, else from any settings,
/// else from wsgi.py and asgi.py. \a prefersAsgi where what is installed speaks ASGI (channels, daphne).
[[nodiscard]] EntryPoint djangoEntry(const AppFolder& folder, bool prefersAsgi);

/// What in the settings of the project around \a module a person should look at before others visit it: "DEBUG is on in
/// shop/settings.py". Empty when nothing was found.
[[nodiscard]] QString djangoWarning(const AppFolder& folder, const QString& module);

} // namespace miaobu
