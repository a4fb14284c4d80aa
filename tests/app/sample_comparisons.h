#pragma once

#include "app/screens/compare/compare_state.h"

/// What the page that compares two deployments shows, for pictures and tests of it.
namespace miaobu::app::sample {

[[nodiscard]] CompareState pickTwo();
[[nodiscard]] CompareState readingLists();
[[nodiscard]] CompareState compared(); ///< Names in all scripts and of all lengths
[[nodiscard]] CompareState purgedSide();

[[nodiscard]] FileState changedText();
[[nodiscard]] FileState changedPicture();
[[nodiscard]] FileState brokenPicture();
[[nodiscard]] FileState changedBytes();

} // namespace miaobu::app::sample
