#pragma once

#include "core/model/build_plan.h"

#include <QString>
#include <QStringList>

namespace miaobu {

/// Where things lie in a checked-out source; absolute paths.
struct ProjectLayout {
    QString source;
    QString app; ///< The folder of the app: where the build runs.
    QString install; ///< The folder of the lockfile or of the workspace: where a plain install runs.
    QString lockfile; ///< Empty when there is none that belongs to the app.

    /// app relative to source; empty for its top.
    [[nodiscard]] QString appPath() const { return app.mid(source.size() + 1); }
};

/// \throws Error(RootDirectoryMissing), Error(RootDirectoryOutside)
[[nodiscard]] ProjectLayout layoutOf(const QString& sourceDirectory, const BuildPlan& plan);

/// Folders below \a folder, itself included, that hold a package.json; nothing inside node_modules.
[[nodiscard]] QStringList packageFolders(const QString& folder);

/// The package manager a project asks for.
struct WantedManager {
    QString name; ///< npm, pnpm, yarn or bun
    QString range; ///< npm's grammar; "*" when any will do.
    QString version; ///< What to fetch when none that fits is installed: "9.1.0", "10".
};

[[nodiscard]] WantedManager wantedManager(const ProjectLayout& layout, const QString& name);

/// The versions of the manager \a name that can read \a lockfile, and the one of them to fetch.
[[nodiscard]] WantedManager managerOfLockfile(const QString& name, const QByteArray& lockfile);

} // namespace miaobu
