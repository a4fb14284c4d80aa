#pragma once

#include "core/build/container_commands.h"
#include "core/build/image_settings.h"
#include "core/build/site_build.h"

namespace miaobu {

/// Where things lie for the commands of a build in a container; the same for every build, so that what remembers a path
/// can be kept for the next one.
inline constexpr QLatin1StringView containerSource("/site");
inline constexpr QLatin1StringView containerCaches("/miaobu-caches");
inline constexpr QLatin1StringView containerTools("/miaobu-tools");
inline constexpr QLatin1StringView containerCertificates("/miaobu-certificates.pem");

/// Where \a path, of the checkout, lies in the container.
[[nodiscard]] QString insideContainer(const ProjectLayout& layout, const QString& path);

/// What a command of \a build sees: what makes tools quiet and unattended, the mirrors and proxies of \a settings, and the
/// project's variables, which win. Of this computer's own environment: nothing.
[[nodiscard]] BuildEnvironment containerEnvironment(const SiteBuild& build, const ImageSettings& settings,
    const QList<EnvironmentVariable>& variables, BuildPhase phase);

/// The certificates of \a settings as a mount, if there are some. \throws Error(FileSystem) when the file is not there
[[nodiscard]] QList<ContainerMount> certificateMounts(const ImageSettings& settings);

} // namespace miaobu
