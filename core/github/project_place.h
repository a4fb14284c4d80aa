#pragma once

#include "core/github/github_access.h"
#include "core/model/project.h"

#include <optional>

namespace miaobu {

/// Where at GitHub a project comes from.
struct GitHubPlace {
    GitHubAccount account; ///< The one that is used there.
    QString fullName; ///< "owner/name"
};

/// Nothing for a project from elsewhere, or where no account is at its host.
[[nodiscard]] std::optional<GitHubPlace> gitHubPlaceOf(
    const Project& project, const Database& database, const GitHubAccess& access);

} // namespace miaobu
