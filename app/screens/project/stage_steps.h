#pragma once

#include "app/models/run_progress.h"
#include "app/widgets/stage_bar.h"

namespace miaobu::app {

/// The five steps a person sees of a deployment's nine stages. \a startedAt: when the stages began, as far as it is
/// known; \a run: where it is while it is active.
[[nodiscard]] QList<StageStep> stageSteps(
    const Deployment& deployment, const std::array<qint64, stageCount>& startedAt, const RunProgress& run, qint64 now);

} // namespace miaobu::app
