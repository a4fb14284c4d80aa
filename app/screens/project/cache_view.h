#pragma once

#include "app/screens/common/shown_error.h"
#include "core/purge/purge_service.h"

#include <optional>

namespace miaobu::app {

/// What the edge keeps of a project, as it is shown.
struct CacheView {
    std::optional<CacheState> cache; ///< Nothing: nobody has asked yet.
    bool isLooking = false;
    bool isPurging = false;
    QStringList purging; ///< What is being purged, as the edge was asked
    int percent = -1; ///< Of the task; -1: it has not begun
    QStringList purged; ///< The last time, to its end
    std::optional<ShownError> error; ///< Of what was asked for last
    QDateTime now; ///< UTC

    [[nodiscard]] bool isBusy() const { return isLooking || isPurging; }
    [[nodiscard]] const PurgeQuota* quota(PurgeKind kind) const {
        if (!cache || !cache->knowsQuota) {
            return nullptr;
        }
        return kind == PurgeKind::Hosts ? &cache->hostQuota
            : kind == PurgeKind::Files  ? &cache->fileQuota
                                        : &cache->directoryQuota;
    }
    [[nodiscard]] bool isUsedUp(PurgeKind kind) const {
        const PurgeQuota* const one = quota(kind);
        return one && one->limit >= 0 && one->used >= one->limit;
    }
    /// Whether the target can purge addresses and folders, as far as that is known.
    [[nodiscard]] bool canChoose() const { return !cache || cache->knowsQuota; }
};

} // namespace miaobu::app
