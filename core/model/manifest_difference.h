#pragma once

#include "core/model/manifest.h"

#include <QList>
#include <QString>

namespace miaobu {

/// One file that two deployments do not have alike.
struct FileChange {
    enum class Kind { Added, Changed, Removed };

    Kind kind = Kind::Changed;
    QString path;
    QString contentType; ///< Of the file after; of the one before where it was removed.
    qint64 sizeBefore = 0; ///< 0 where it was added
    qint64 sizeAfter = 0; ///< 0 where it was removed

    bool operator==(const FileChange&) const = default;
};

/// What publishing one deployment after another changes for visitors.
struct ManifestDifference {
    QList<FileChange> changes; ///< Sorted by path
    int added = 0;
    int changed = 0;
    int removed = 0;
    int unchanged = 0;
    qint64 bytesBefore = 0;
    qint64 bytesAfter = 0;

    bool operator==(const ManifestDifference&) const = default;
};

/// Files are told apart by their SHA-256. A file that keeps its content under another name is added and removed.
[[nodiscard]] ManifestDifference differenceOf(const Manifest& before, const Manifest& after);

} // namespace miaobu
