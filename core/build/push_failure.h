#pragma once

#include "core/async/error.h"

namespace miaobu {

/// The error of a login or a push that ended with \a words; \a host, its subject, names the registry. What may go well when it is
/// tried again is marked retryable.
[[nodiscard]] Error pushFailure(const QString& host, const QString& words, int exitCode);

/// Whether the registry takes nothing from this login, as \a words, those of an Error(PushFailed), tell.
[[nodiscard]] bool isRefusal(const QString& words);

} // namespace miaobu
