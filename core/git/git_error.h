#pragma once

#include "core/async/error.h"

namespace miaobu {

/// \throws the Error that libgit2's return \a code and its last message stand for, when \a code is negative.
void checkGit(int code, const QString& subject);

} // namespace miaobu
