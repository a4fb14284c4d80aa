#pragma once

#include "core/git/git_job.h"
#include "core/git/mirror.h"

namespace miaobu {

/// Opens the repository at \a path in place, bare or not; never one of a parent folder.
/// \throws Error(RepositoryNotFound), Error(PermissionDenied) when it belongs to somebody else
[[nodiscard]] GitRepository openLocalRepository(const QString& path);

/// Where its branches are.
[[nodiscard]] QList<BranchHead> localHeads(git_repository* repository);

/// Finds what \a job asks for among the commits and branches that are there.
/// \throws Error(RepositoryEmpty), Error(BranchNotFound), Error(CommitNotFound)
[[nodiscard]] FoundCommit findLocalCommit(git_repository* repository, const GitJob& job);

} // namespace miaobu
