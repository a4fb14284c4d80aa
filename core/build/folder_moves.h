#pragma once

#include <QString>
#include <QStringList>

namespace miaobu {

/// Moves the folder \a from to \a to by renaming it; what was at \a to is removed, folders around it are made.
/// False when there is no such folder or it lies on another file system. A link is never moved nor followed.
bool moveFolder(const QString& from, const QString& to);

/// Moves each of \a folders, relative paths, from \a fromRoot to \a toRoot. False when one could not be moved; the
/// others are moved.
bool moveTree(const QString& fromRoot, const QString& toRoot, const QStringList& folders);

/// Relative paths of the folders below \a root with this name; nothing is looked for inside them.
[[nodiscard]] QStringList foldersNamed(const QString& root, const QString& name);

/// The bytes of all files below \a folder; links are not followed.
[[nodiscard]] qint64 treeSize(const QString& folder);

} // namespace miaobu
