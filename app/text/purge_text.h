#pragma once

#include "core/ports/edge_cache.h"

#include <QString>

namespace miaobu::app {

[[nodiscard]] QString purgeKindTitle(PurgeKind kind); ///< "Addresses"
[[nodiscard]] QString purgeStateTitle(const PurgeTask& task); ///< "Done", "40 %"
/// What a task purges, one after the other, without the form in which the service repeats it.
[[nodiscard]] QString purgeContent(const PurgeTask& task);
/// "97 of 100"; "unknown" where the service does not say.
[[nodiscard]] QString quotaLeftText(const PurgeQuota& quota);
/// When used up quotas come back, in a sentence, in the time of this computer. \a now is UTC.
[[nodiscard]] QString quotaResetText(const QDateTime& now);

} // namespace miaobu::app
