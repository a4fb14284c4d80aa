#pragma once

#include "core/model/source.h"

#include <optional>

class QMimeData;

namespace miaobu::app {

/// What was dragged over the window, as a source: a folder, or the URL of a Git repository. Nothing for all else.
[[nodiscard]] std::optional<Source> droppedSource(const QMimeData& data);

} // namespace miaobu::app
