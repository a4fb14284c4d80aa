#pragma once

#include "app/text/error_words.h"
#include "core/model/deployment.h"

namespace miaobu::app {

[[nodiscard]] ErrorWords wordsFor(const Error& error);

/// The words of a deployment that failed: as wordsFor, and whether the site that was live still is (it is, before the route changes).
[[nodiscard]] ErrorWords wordsFor(const Failure& failure);

/// The label of an error's button; empty for None.
[[nodiscard]] QString actionLabel(ErrorAction action);

} // namespace miaobu::app
