#pragma once

#include "core/build/image_builder.h"
#include "core/build/package_builder.h"
#include "core/deploy/run.h"

namespace miaobu {

/// What the function of a web app is given: the variables of \a run meant for it, and the \a port it is to listen on. By name.
/// \throws Error(VariableReserved) for a name that Function Compute keeps for itself
[[nodiscard]] QList<EnvironmentVariable> runTimeVariables(const Run& run, int port);
[[nodiscard]] QStringList namesOf(const QList<EnvironmentVariable>& variables);

/// What the function of \a run is made with. Code packages are for Python: everything else is an image, whatever the project says.
[[nodiscard]] FunctionSettings functionSettings(const Run& run);

/// \throws Error(KindNotSupported) for a target that runs no functions, and for a preview: the one function of a project runs its site; Error(RegistryMissing) where an image is to be sent to one
/// without a registry.
void refuseTargetWithout(const Run& run);

/// \a source is the checkout.
[[nodiscard]] ImageRequest imageRequest(
    const Run& run, const QString& source, const ImageSettings& settings, const QString& tag);
[[nodiscard]] PackageRequest packageRequest(const Run& run, const QString& source, const ImageSettings& settings);

/// A tag that no image of the project has had: tags are never used twice, as the cloud keeps to what it saw under one.
[[nodiscard]] QString newImageTag(const Deployment& deployment, const QDateTime& now);
/// Where the code package of \a deployment lies in the bucket. Like the manifest beside it no visitor reaches it.
[[nodiscard]] QString packageKey(const Deployment& deployment);

} // namespace miaobu
