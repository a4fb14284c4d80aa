#pragma once

#include "app/screens/project/watch_view.h"

#include <QList>

#include <utility>

namespace miaobu::app::sample {

/// A project's pushes in each of the ways a page shows them, and what the way is called.
[[nodiscard]] QList<std::pair<QString, WatchView>> watches();
[[nodiscard]] WatchView watching(); ///< Looked a moment ago, the last push was deployed

} // namespace miaobu::app::sample
