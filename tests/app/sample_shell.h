#pragma once

#include "app/models/activity.h"
#include "app/models/palette_model.h"
#include "app/shell/actions.h"

/// What palette and activity show in daily use, for pictures and tests.
namespace miaobu::app::sample {

[[nodiscard]] QList<ActivityRow> activityRows(); ///< Two run, one waits, one failed, one is live, one purge is done
[[nodiscard]] QList<PaletteEntry> paletteEntries(Actions& actions);

} // namespace miaobu::app::sample
