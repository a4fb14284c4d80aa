#pragma once

#include "core/reality/cloud_picture.h"

namespace miaobu {

// Each gives what differs between a picture of one target and what is stored here; a part that is missing in the picture is not compared.

[[nodiscard]] QList<RealityFinding> compareEntries(
    const DeployContext& context, const RealityScope& scope, const CloudPicture& picture);

/// Hostnames, functions and the routine
[[nodiscard]] QList<RealityFinding> compareOthers(
    const DeployContext& context, const RealityScope& scope, const CloudPicture& picture);

/// Reads the manifests of the deployments that are complete here, which is why it has to wait.
QCoro::Task<QList<RealityFinding>> compareFiles(
    const DeployContext* context, RealityScope scope, OpenTarget target, CloudPicture picture, std::stop_token stop);

/// Whether an entry of \a entries leads visitors to a deployment of \a slug (to this one, unless it is 0).
[[nodiscard]] bool isLedTo(const QMap<QString, RoutingEntry>& entries, const QString& slug, DeploymentId deployment);

} // namespace miaobu
