#pragma once

#include "core/build/build_step.h"
#include "core/build/container_commands.h"

namespace miaobu {

/// Where and with what a container runs the commands of a build.
struct ContainerRoom {
    ContainerEngine engine;
    QString image;
    QStringList labels; ///< Of each of its containers, "name=value"
    QList<ContainerMount> mounts;
    QString network; ///< Empty: the engine's own
};

/// As runStep(), inside a container of its own: \c step.folder is a folder inside. When this has ended, however it did, the
/// container is gone.
/// \throws what runStep() throws, Error(EngineNotRunning) when the engine stopped in the middle, (EngineElsewhere) when it
/// does not see the mounts, (ProcessFailed, with the engine's words) when it cannot make such a container
QCoro::Task<StepResult> runInContainer(ContainerRoom room, BuildStep step, LogSink& log, std::stop_token stop);

/// Removes the containers with all of \a labels whose program is gone: one that was killed leaves them running.
QCoro::Task<> removeLeftContainers(ContainerEngine engine, QStringList labels);

} // namespace miaobu
