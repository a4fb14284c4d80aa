#pragma once

#include "core/async/progress.h"

#include <QList>
#include <QString>

#include <stop_token>

namespace miaobu {

struct PackageFile {
    QString name; ///< In the package, with forward slashes
    QString path; ///< Absolute, of the file itself and not of a link to it
    qint64 size = 0;
    bool isExecutable = false;
};

/// The files of \a folder that run an app, below \a prefix: no .git, no .env, no virtual environment, no cache. A link
/// to something inside is what it names; devices, sockets and pipes are left out. Sorted by name.
/// \throws Error(OutputEscapes, with a link that leads out), (OutputTooLarge: nested without end), (FileSystem),
/// (Cancelled)
[[nodiscard]] QList<PackageFile> packageFiles(
    const QString& folder, const QString& prefix, const std::stop_token& stop);

/// Writes \a files as a zip that depends on their names, bytes and execute bits alone, and on nothing of this computer or
/// this hour. \a progress counts files and is called on the calling thread.
/// \throws Error(FileSystem), (DiskFull), (Cancelled)
void writePackage(
    const QString& path, const QList<PackageFile>& files, const ProgressHandler& progress, const std::stop_token& stop);

} // namespace miaobu
