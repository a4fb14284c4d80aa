#pragma once

#include <QString>

namespace miaobu {

/// Where the program keeps what it keeps. One value, made in main and handed down; nobody else asks the environment.
struct Home {
    QString data; ///< What must survive: database, logs, targets, the emulator's data.
    QString cache; ///< What can be made again: mirrors, dependency caches, builds.

    [[nodiscard]] QString databaseFile() const { return data + QStringLiteral("/miaobu.db"); }
    [[nodiscard]] QString logFolder() const { return data + QStringLiteral("/logs"); }
    [[nodiscard]] QString targetFolder() const { return data + QStringLiteral("/targets"); }
    [[nodiscard]] QString emulatorFolder() const { return data + QStringLiteral("/emulator"); }
    [[nodiscard]] QString mirrorFolder() const { return cache + QStringLiteral("/mirrors"); }
    [[nodiscard]] QString dependencyFolder() const { return cache + QStringLiteral("/dependencies"); }
    [[nodiscard]] QString buildFolder() const { return cache + QStringLiteral("/builds"); }
};

/// MIAOBU_HOME moves everything into one folder; without it the desktop's own places are used.
/// Makes the folders, readable by their owner alone. \throws Error(PermissionDenied), Error(DiskFull), Error(FileSystem)
[[nodiscard]] Home openHome();

} // namespace miaobu
