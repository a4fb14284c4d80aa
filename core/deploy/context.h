#pragma once

#include "core/deploy/announcements.h"
#include "core/ports/clock.h"
#include "core/store/deployment_table.h"
#include "core/store/project_table.h"
#include "core/store/removal_table.h"
#include "core/store/route_table.h"
#include "core/store/settings_table.h"

namespace miaobu {

/// What every part of a deployment works with, and whom it tells. Lives as long as the deployer.
struct DeployContext {
    Announcements& announcements;
    DeployParts parts;
    DeployLimits limits;

    [[nodiscard]] ProjectTable projects() const { return ProjectTable(parts.database); }
    [[nodiscard]] DeploymentTable deployments() const { return DeploymentTable(parts.database); }
    [[nodiscard]] RemovalTable removals() const { return RemovalTable(parts.database); }
    [[nodiscard]] RouteTable routes() const { return RouteTable(parts.database); }
    [[nodiscard]] SettingsTable settings() const { return SettingsTable(parts.database); }

    /// Stores \a deployment and tells it.
    void save(const Deployment& deployment) const {
        deployments().update(deployment);
        emit announcements.deploymentChanged(deployment);
    }
};

} // namespace miaobu
