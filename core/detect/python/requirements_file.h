#pragma once

#include "core/detect/app_folder.h"
#include "core/detect/python/requirement.h"

#include <QList>

namespace miaobu {

/// A requirements.txt with everything it includes.
struct RequirementsFile {
    QList<Requirement> requirements;
    QStringList
        files; ///< It, what it includes by -r and what it is constrained by with -c, relative to the folder; those that are there.
    bool hasHashes = false; ///< pip then takes nothing that is not listed.

    [[nodiscard]] QSet<QString> packages() const;
    /// Folders and archives of the repository that are installed: "./libs/shop".
    [[nodiscard]] QStringList paths() const;
    [[nodiscard]] bool needsGit() const;
};

/// Includes are followed twenty files deep; a file that includes itself is read once.
[[nodiscard]] RequirementsFile readRequirementsFile(const AppFolder& folder, const QString& name);

/// The logical lines of a requirements file: continued ones joined.
[[nodiscard]] QStringList requirementLines(const QString& text);

} // namespace miaobu
