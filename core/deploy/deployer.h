#pragma once

#include "core/log/log_line.h"
#include "core/model/deployment.h"
#include "core/model/environment_variable.h"

#include <QObject>

namespace miaobu {

/// What a person asks for with Deploy.
struct DeployRequest {
    ProjectId project = 0;
    QString target; ///< Empty: the project's own.
    QString branch; ///< Empty: the source's own.
    QString commit; ///< Empty: the head of the branch, or the folder as it is now.
    QList<EnvironmentVariable> variables;
};

/// Where a running deployment is. A value; sent at most ten times a second.
struct DeploymentProgress {
    DeploymentId deployment = 0;
    Stage stage = Stage::Queue;
    qint64 done = 0; ///< In the unit of the stage: bytes, files or objects.
    qint64 total = 0; ///< 0: unknown
    int ahead = 0; ///< While queued: how many are before it.
    bool cancellable = true; ///< Routing is the point of no return.
};

} // namespace miaobu
