#pragma once

#include <QCoro/QCoroTask>

#include <sys/types.h>

namespace miaobu {

/// Ends the process group \a group: SIGINT, 0.8 s later SIGTERM, 1 s later SIGKILL; done as soon as nobody is left in
/// it. Not cancelled by anything: it is itself the end of something cancelled.
QCoro::Task<> endGroup(pid_t group);

/// SIGKILL to whoever is left in \a group.
void killGroup(pid_t group);

} // namespace miaobu
