#pragma once

#include "core/async/error.h"

namespace miaobu {

/// The error of a login or a push that ended with \a words; \a host names the registry. What may go well when it is
/// tried again is marked retryable.
[[nodiscard]] Error pushFailure(const QString& host, const QString& words, int exitCode);

} // namespace miaobu
