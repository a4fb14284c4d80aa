#pragma once

#include "core/model/removal.h"

#include <QString>

namespace miaobu::app {

/// What a step of a removal removes: "Route of shop.example.com", "Files on prod".
[[nodiscard]] QString removalStepTitle(const RemovalStep& step);
/// "gone", "still there", …
[[nodiscard]] QString removalStateTitle(RemovalStep::State state);

} // namespace miaobu::app
