#pragma once

#include "core/detect/site_answer.h"

namespace miaobu {

/// What the rules of the chosen framework say: static or not, and where its files go.
[[nodiscard]] SiteAnswer answerFor(const SiteQuestion& question);

} // namespace miaobu
