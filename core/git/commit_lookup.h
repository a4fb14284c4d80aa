#pragma once

#include "core/git/commit_name.h"
#include "core/git/git_handles.h"

#include <QString>

namespace miaobu {

/// The commit whose full or abbreviated hash is \a text; null when it is not there.
/// \throws Error(CommitNotFound) when the abbreviation fits several commits.
[[nodiscard]] GitCommit findCommit(git_repository* repository, const QString& text);

/// The commit with the id \a id; null when it is not there.
[[nodiscard]] GitCommit findCommit(git_repository* repository, const git_oid& id);

[[nodiscard]] QString hexOf(const git_oid& id);

} // namespace miaobu
