#pragma once

#include "core/model/source.h"

#include <QString>

namespace miaobu::app {

/// What a person means with PATH, URL or OWNER/REPO. A folder that exists wins over OWNER/REPO, which means GitHub.
/// \throws Error(FolderMissing) for a path that is not there, Error(InvalidInput) for a URL with a password in it.
[[nodiscard]] Source sourceFromArgument(const QString& argument);

} // namespace miaobu::app
