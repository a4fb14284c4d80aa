#pragma once

#include <QTemporaryDir>

#include <memory>

namespace miaobu {

/// A folder for secrets that a program has to read from files: only this person may look into it (0700), in memory
/// where the system offers that, and gone with its object. What a program that was killed has left of such folders is
/// removed too. \throws Error(FileSystem)
[[nodiscard]] std::unique_ptr<QTemporaryDir> privateFolder();

/// Writes \a content to \a path, which only this person may read. \throws Error(FileSystem), Error(DiskFull)
void writePrivateFile(const QString& path, const QByteArray& content);

} // namespace miaobu
