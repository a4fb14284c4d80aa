#pragma once

#include "core/async/error.h"

namespace miaobu {

/// When libgit2's return \a code is negative, \throws Error(DiskFull) or Error(PermissionDenied) where its last message
/// says so, and Error(RepositoryDamaged) otherwise. Not for codes that are an answer, such as "not found", nor for the
/// network: see GitHttp.
void checkGit(int code, const QString& subject);

} // namespace miaobu
