#pragma once

#include "core/detect/app_folder.h"

#include <QJsonObject>
#include <QMap>

namespace miaobu {

/// What a package.json says, as far as building it is concerned. Values of the wrong type are as if they were not
/// there.
struct PackageJson {
    QJsonObject json;
    QMap<QString, QString> scripts;
    QMap<QString, QString> dependencies; ///< Name → range, of dependencies and optionalDependencies.
    QMap<QString, QString> developmentDependencies;

    [[nodiscard]] bool has(const QString& package) const;
    /// The declared range of \a package; empty when it is not a dependency.
    [[nodiscard]] QString range(const QString& package) const;
    [[nodiscard]] bool isPrivate() const;
    /// Whether it has what only a published package has (exports, types, files, a built main), and is not private.
    [[nodiscard]] bool isLibrary() const;
    /// The patterns of its workspaces, in both forms npm and yarn know.
    [[nodiscard]] QStringList workspaces() const;
};

/// The package.json of \a folder; nothing when there is none.
/// \throws Error(PackageJsonBroken) whose subject is its path and whose detail says what is wrong and where
[[nodiscard]] std::optional<PackageJson> readPackageJson(const AppFolder& folder);

/// As readPackageJson(), but a broken file is as good as none: for folders that are only looked at in passing.
[[nodiscard]] std::optional<PackageJson> tryPackageJson(const AppFolder& folder);

/// A JSON object with comments and trailing commas allowed, as many tools' configuration files are; empty when it is
/// none.
[[nodiscard]] QJsonObject readRelaxedJson(const AppFolder& folder, const QString& name);

} // namespace miaobu
