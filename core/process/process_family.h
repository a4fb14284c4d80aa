#pragma once

#include <QList>

#include <sys/types.h>

namespace miaobu {

/// One process, and not another one that got its number later.
struct ProcessIdentity {
    pid_t pid = 0;
    quint64 startTime = 0; ///< Clock ticks since the computer started.

    bool operator==(const ProcessIdentity&) const = default;
};

/// Everything that descends from \a leader at this moment, whatever its group, session or environment.
/// Needs /proc; elsewhere it finds nothing. Blocks for some milliseconds.
[[nodiscard]] QList<ProcessIdentity> descendantsOf(pid_t leader);

/// SIGKILL to those of \a family that are still there.
void killFamily(const QList<ProcessIdentity>& family);

} // namespace miaobu
