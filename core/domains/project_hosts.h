#pragma once

#include "core/model/custom_domain.h"
#include "core/model/deployment.h"
#include "core/model/preview.h"
#include "core/model/route.h"
#include "core/store/database.h"

namespace miaobu {

/// A host of a project and what it serves.
struct ProjectHost {
    Route route; ///< Of a domain that is not served yet: without a deployment
    std::optional<CustomDomain> domain; ///< Nothing for the project's own host and for previews
    std::optional<Preview> preview; ///< Of a preview's host
    int number = 0; ///< Of the deployment that answers it; 0: none
    bool isBehind = false; ///< It should follow the live deployment, and does not.

    bool operator==(const ProjectHost&) const = default;
};

/// Every host of a project on every target: its own first.
[[nodiscard]] QList<ProjectHost> hostsOf(const Database& database, ProjectId project);

} // namespace miaobu
