#pragma once

#include "app/screens/common/shown_error.h"
#include "core/model/reality.h"

#include <optional>

namespace miaobu::app {

/// What a rebuild from a target's bucket does, as it is shown.
struct RebuildView {
    bool isRunning = false;
    int deployments = 0; ///< Stored so far
    std::optional<RebuildReport> report; ///< Of the last one
    std::optional<ShownError> error;
};

} // namespace miaobu::app
