#pragma once

#include "core/async/error.h"

#include <exception>

namespace miaobu {

/// What was caught at the edge of a service, as the one error type; anything but an Error is Internal, with its text.
[[nodiscard]] Error caughtError(const std::exception_ptr& failure);

} // namespace miaobu
