#pragma once

#include "app/models/log_links.h"
#include "app/screens/common/editor_command.h"
#include "core/model/deployment.h"

#include <QUrl>

#include <optional>

namespace miaobu::app {

/// The file that a line of \a deployment's log names, in the folder its project comes from or, while it is there, in
/// \a checkout. Nothing for a path that leads out of them, by "..", by a symbolic link or from the start: a log is
/// written by programs that nobody vouches for.
[[nodiscard]] std::optional<FilePlace> filePlace(
    const LogLink& link, const Project& project, const Deployment& deployment, const QString& checkout);

/// The same file at the deployment's commit on GitHub; empty for a project from elsewhere.
[[nodiscard]] QUrl placeOnGitHub(
    const LogLink& link, const Project& project, const Deployment& deployment, const QString& checkout);

} // namespace miaobu::app
