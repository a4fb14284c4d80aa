#pragma once

#include "app/screens/project/cache_view.h"
#include "app/screens/project/propagation_view.h"
#include "app/screens/project/removal_view.h"
#include "app/screens/reality/reality_state.h"
#include "app/screens/target/rebuild_view.h"

/// What the cloud keeps and how it differs, as it is met in daily use, for pictures and tests of pages.
namespace miaobu::app::sample {

[[nodiscard]] CacheView untouchedCache();
[[nodiscard]] CacheView lookedAtCache();
[[nodiscard]] CacheView purgingCache();
[[nodiscard]] CacheView purgedCache();
[[nodiscard]] CacheView usedUpCache();
[[nodiscard]] CacheView refusedCache(); ///< An address on a host of somebody else
[[nodiscard]] CacheView plainCache(); ///< A target that purges hosts only

[[nodiscard]] RemovalView runningRemoval();
[[nodiscard]] RemovalView failedRemoval();
[[nodiscard]] RemovalView interruptedRemoval();

[[nodiscard]] PropagationView propagating();
[[nodiscard]] PropagationView slowlyPropagating();
[[nodiscard]] PropagationView halfPutBack();

[[nodiscard]] RealityState checkingReality();
[[nodiscard]] RealityState agreeing();
[[nodiscard]] RealityState differing();
[[nodiscard]] RealityState halfPutRight(); ///< One done, one under way, one failed
[[nodiscard]] RealityState halfBlindCheck(); ///< The functions could not be asked for.
[[nodiscard]] RealityState failedCheck();

[[nodiscard]] RebuildView rebuilding();
[[nodiscard]] RebuildView rebuilt(); ///< With two that were skipped
[[nodiscard]] RebuildView failedRebuild();

} // namespace miaobu::app::sample
