#pragma once

#include "core/detect/site_answer.h"

namespace miaobu {

/// What can be said of a package without a known framework: the directory its build script visibly fills or its host
/// publishes makes it a site, a start script makes it a server, and else it is nothing that can be deployed.
[[nodiscard]] SiteAnswer outputOfUnknownBuild(const AppFolder& folder, const PackageJson& package,
    const FrameworkChoice& choice, const QList<HostAdvice>& advice);

} // namespace miaobu
