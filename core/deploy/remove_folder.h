#pragma once

#include <QString>

namespace miaobu {

/// Removes \a path and everything below it, also what a build has made unwritable; follows no link. Blocks: call it on the pool.
/// Never throws: what cannot be removed is left, and tried again at the next start.
void removeFolder(const QString& path);

/// Makes the folder \a path, readable by its owner alone, in place of what was there.
/// \throws Error(DiskFull), Error(PermissionDenied), Error(FileSystem)
void makeFreshFolder(const QString& path);

} // namespace miaobu
