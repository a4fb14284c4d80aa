#pragma once

#include "core/git/git_handles.h"
#include "core/git/source_checkout.h"

namespace miaobu {

/// Writes the files of \a commit, or only those below \a subfolder, into \a destination, which is made with mode 0700
/// and must not exist: a link planted in a folder that was used before would be followed. No .git, no hooks. Folders that stand for other repositories are made, and left empty.
/// \throws Error(DiskFull), Error(FileSystem), Error(FolderMissing) when the commit has no such subfolder
void materialise(git_repository* repository, git_commit* commit, const QString& subfolder, const QString& destination,
    const ProgressHandler& progress);

/// What \a commit says of itself, for the whole of it or for \a subfolder.
[[nodiscard]] Revision describeCommit(git_commit* commit, const QString& subfolder, const QString& branch);

} // namespace miaobu
