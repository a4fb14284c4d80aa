#pragma once

#include "core/detect/host_files.h"
#include "core/detect/semver.h"

namespace miaobu {

/// A Node version as a project declares it, and where.
struct NodeVersion {
    QString declared; ///< "20", ">=18 <23", "lts/iron"; empty when nothing is declared.
    QString reason;
};

/// Looks in .nvmrc, .node-version, package.json (engines, volta), .tool-versions and mise.toml, and then in \a advice;
/// in
/// \a folder first and then in those around it.
[[nodiscard]] NodeVersion findNodeVersion(const AppFolder& folder, const QList<HostAdvice>& advice);

/// The range that \a declared stands for: "lts/iron" is 20.x, "node" any, "v20.1" 20.1.x. Nothing when it is no
/// version.
[[nodiscard]] std::optional<VersionRange> nodeVersionRange(const QString& declared);

/// The one major version that suits \a declared best: the newest with long-term support in the range, else the newest
/// known one. Empty when no known version is in the range.
[[nodiscard]] QString nodeMajor(const QString& declared);

} // namespace miaobu
