#pragma once

#include "core/model/build_plan.h"

#include <QString>

namespace miaobu {

/// The folder that a build with \a plan leaves its site in, below the checkout \a source: absolute, and inside it.
/// \throws Error(OutputMissing, with the folders that do exist, those with an index.html first), Error(OutputEscapes)
[[nodiscard]] QString outputFolder(const QString& source, const BuildPlan& plan);

} // namespace miaobu
