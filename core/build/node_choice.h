#pragma once

#include "core/detect/semver.h"

#include <QList>
#include <QString>

namespace miaobu {

/// A Node.js on this computer.
struct NodeInstallation {
    QString program; ///< Absolute path of "node"
    Version version;

    bool operator==(const NodeInstallation&) const = default;
};

/// The one to build with. \a declared is a BuildPlan's nodeVersion: the newest that satisfies it; for a complete
/// version that is not there, the newest of the same major that is not older. Nothing declared, or nothing that can be
/// read: the newest with long-term support from 18 on, else the newest from 18 on.
/// \throws Error(NodeMissing), Error(NodeUnsuitable; subject: what is wanted, alternatives: what is installed)
[[nodiscard]] NodeInstallation chooseNode(const QList<NodeInstallation>& installed, const QString& declared);

} // namespace miaobu
