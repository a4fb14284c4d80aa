#pragma once

#include "core/detect/package_json.h"
#include "core/model/build_plan.h"

namespace miaobu {

/// The runtime outside of Node and Python that \a folder needs, as a reason: "Hugo needs its own program (hugo.toml)".
/// Empty when there is none.
[[nodiscard]] QString foreignRuntime(const AppFolder& folder, const std::optional<PackageJson>& package);

/// A folder of finished pages: an index.html at its top, or in the folder people keep them in. Kind is Unknown when
/// there is none.
[[nodiscard]] BuildPlan planPlain(const AppFolder& folder);

} // namespace miaobu
