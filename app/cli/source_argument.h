#pragma once

#include "core/model/source.h"

#include <QString>

#include <optional>

namespace miaobu::app {

/// What a person means with PATH, URL or OWNER/REPO. A folder that exists wins over OWNER/REPO, which means GitHub.
/// \throws Error(FolderMissing) for a path that is not there, Error(InvalidInput) for a URL with a password in it.
[[nodiscard]] Source sourceFromArgument(const QString& argument);

/// "owner/name" where \a argument is OWNER/REPO and no folder that exists.
[[nodiscard]] std::optional<QString> repositoryInArgument(const QString& argument);

} // namespace miaobu::app
