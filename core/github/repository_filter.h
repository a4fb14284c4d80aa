#pragma once

#include "core/model/github_repository.h"

#include <QList>

namespace miaobu {

/// Those whose "owner/name" or description has every one of \a words, in their order.
[[nodiscard]] QList<GitHubRepository> matching(const QList<GitHubRepository>& repositories, const QString& words);

} // namespace miaobu
