#pragma once

#include "core/model/removal.h"

#include <QString>

namespace miaobu::app {

/// What a step of a removal removes: "Route of shop.example.com", "Files on prod".
[[nodiscard]] QString removalStepTitle(const RemovalStep& step);
/// "gone", "still there", …
[[nodiscard]] QString removalStateTitle(RemovalStep::State state);

/// What is to be known of a step, in a sentence or two: why it failed and what helps, what is left to a person. May be empty.
[[nodiscard]] QString removalNote(const RemovalStep& step);

} // namespace miaobu::app
