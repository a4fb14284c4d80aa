#pragma once

#include "core/model/manifest.h"
#include "core/model/project.h"
#include "core/model/target.h"
#include "core/reality/cloud_picture.h"

namespace miaobu {

// What is stored here, made from what a bucket says. Pure.

/// \throws Error(MalformedResponse) for a manifest that is not the one of \a deployment of \a slug, Error(ChecksumMismatch) for one whose
/// files the bucket does not have.
void checkManifest(const Manifest& manifest, const QString& slug, DeploymentId deployment, const FileSizes& files);

/// The project that \a manifest belongs to, without an id.
[[nodiscard]] Project projectFrom(const Manifest& manifest, const Target& target);

/// A complete deployment that answers nobody.
[[nodiscard]] Deployment deploymentFrom(const Manifest& manifest, const Project& project, const Target& target);

} // namespace miaobu
