#pragma once

#include "core/model/deployment.h"

#include <QString>

namespace miaobu {

/// One host of a project, and the deployment that answers it.
struct Route {
    QString host; ///< Lower case, no port; the key of its routing entry.
    ProjectId project = 0;
    QString target;
    DeploymentId deployment = 0; ///< 0: nothing answers it yet.
    bool own = false; ///< The project's own site, {slug}.{baseDomain}; the others are custom domains.
    bool autoUpdate = true; ///< A finished deployment of the project takes it over by itself.

    bool operator==(const Route&) const = default;
};

} // namespace miaobu
