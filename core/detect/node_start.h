#pragma once

#include "core/detect/package_json.h"

namespace miaobu {

/// What starts a Node server, and where that comes from.
struct NodeStart {
    QString command; ///< "npm run start", "node build/index.js"; empty when nothing says it.
    QString reason; ///< Without a command: what is missing, where that is known.
};

/// \a framework is the slug of what was recognised, \a manager the package manager. \a isBuilt: a file that is not in
/// the repository may be there when it is started.
[[nodiscard]] NodeStart findNodeStart(const AppFolder& folder, const PackageJson& package, const QString& framework,
    const QString& manager, bool isBuilt);

} // namespace miaobu
