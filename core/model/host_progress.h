#pragma once

#include "core/model/deployment.h"

namespace miaobu {

/// How far a host is on its way to another deployment.
enum class HostStage {
    Writing, ///< Its routing entry, until it is read back.
    Purging,
    Propagating, ///< The entry is there; the edge has not been seen to follow it everywhere yet.
    Live, ///< Proved.
    PutBack, ///< It failed; the entry before is there again.
};

/// A value; sent whenever a host comes to another stage: by deployments, promote and roll back.
struct HostProgress {
    ProjectId project = 0;
    DeploymentId deployment = 0;
    QString host;
    HostStage stage = HostStage::Writing;
};

} // namespace miaobu
