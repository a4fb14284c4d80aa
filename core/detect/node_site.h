#pragma once

#include "core/detect/package_json.h"
#include "core/model/build_plan.h"

namespace miaobu {

/// What a Node package in \a folder is and how it is built. Its kind is Unknown when it makes neither a site nor a
/// server.
[[nodiscard]] BuildPlan planNode(const AppFolder& folder, const PackageJson& package);

/// Whether \a plan comes from a framework that makes whole sites, so that a program of another language beside it is
/// the lesser part.
[[nodiscard]] bool isSitePlan(const BuildPlan& plan);

} // namespace miaobu
