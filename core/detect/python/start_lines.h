#pragma once

#include "core/detect/app_folder.h"

namespace miaobu {

/// A command with which a repository says its app is started.
struct StartLine {
    QString command;
    QString reason; ///< "web in Procfile"
    bool isHosts = false; ///< Written for a host that gives a port, so that it can be taken as it is.
};

/// What the files of hosts say: Procfile, Render, Railway, Nixpacks, App Engine, Fly, and the Dockerfile. The surest
/// first.
[[nodiscard]] QList<StartLine> startLines(const AppFolder& folder);

/// \a command with its server listening on 0.0.0.0:9000, whatever it said before; empty when it runs no server that is
/// known here.
[[nodiscard]] QString onExpectedPort(const QString& command);

} // namespace miaobu
