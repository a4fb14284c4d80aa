#pragma once

#include "core/model/reality.h"

#include <QString>

namespace miaobu::app {

/// One sentence that says what differs: "shop.example.com is answered by deployment #3, not #4."
[[nodiscard]] QString realityText(const RealityFinding& finding);
/// What a fix of \a finding does, as the label of its button: "Let #4 answer again".
[[nodiscard]] QString realityFixText(const RealityFinding& finding, RealityFix fix);
/// "Routes", "Files", … for the part of a gap or a progress.
[[nodiscard]] QString realityPartTitle(const QString& part);

} // namespace miaobu::app
