#pragma once

#include "core/deploy/manifest_store.h"
#include "core/deploy/run.h"

namespace miaobu {

/// The variables of \a run that its build gets.
[[nodiscard]] QList<EnvironmentVariable> buildVariables(const Run& run);

/// Writes into \a draft what \a run is, with the key of a build by \a toolchain, and stores that key.
void describeBuild(const DeployContext& context, const Run& run, const QString& toolchain, Manifest& draft);

/// The newest complete deployment of the run's project and target with the build key of \a draft, and its manifest.
QCoro::Task<std::optional<Manifest>> findEqual(
    const DeployContext* context, ManifestStore manifests, std::shared_ptr<Run> run, QString key);

} // namespace miaobu
