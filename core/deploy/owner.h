#pragma once

#include <QString>

namespace miaobu {

/// Names this process so that no other one ever has the same name: boot, process id and start time.
/// A process id alone comes back after a restart of the computer.
[[nodiscard]] QString ownerOfThisProcess();

/// Whether the process that \a owner names still runs.
[[nodiscard]] bool isOwnerAlive(const QString& owner);

} // namespace miaobu
