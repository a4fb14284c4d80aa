#pragma once

#include "core/async/error.h"

#include <stop_token>

namespace miaobu {

/// Throws Error(Cancelled) once stop was requested. Loops and stages call it between two pieces of work.
inline void throwIfCancelled(const std::stop_token& stop) {
    if (stop.stop_requested()) {
        throw Error(ErrorKind::Cancelled);
    }
}

} // namespace miaobu
