#pragma once

#include "core/update/update_check.h"

#include <QString>

namespace miaobu::app {

/// What is known of newer versions, in a sentence. Also that it is not known, and why.
[[nodiscard]] QString updateText(const UpdateState& state);
/// That there is a newer one, in a few words.
[[nodiscard]] QString updateNews(const QString& version);
/// What looking means, or why nobody can be asked.
[[nodiscard]] QString updateExplanation(const UpdateState& state);

} // namespace miaobu::app
