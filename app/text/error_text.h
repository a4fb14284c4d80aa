#pragma once

#include "app/text/error_words.h"
#include "core/deploy/listening.h"
#include "core/model/deployment.h"

namespace miaobu::app {

[[nodiscard]] ErrorWords wordsFor(const Error& error);

/// The words of a deployment that failed: as wordsFor, and whether the site that was live still is (it is, before the route changes).
[[nodiscard]] ErrorWords wordsFor(const Failure& failure);

/// What is wrong with an app that listens where it is not asked, in one sentence.
[[nodiscard]] QString unreachedText(const Unreached& unreached);

/// The label of the button of \a words; empty where they have none.
[[nodiscard]] QString actionLabel(const ErrorWords& words);

} // namespace miaobu::app
