#pragma once

#include "core/deploy/output_walk.h"
#include "core/deploy/published_secrets.h"
#include "core/model/manifest.h"

#include <stop_token>

namespace miaobu {

/// What reading a file once told.
struct HashedFile {
    ManifestFile file;
    bool namesThisComputer = false; ///< A page that links to localhost.
    QString secret; ///< The name of a variable whose secret value is in it, for everybody to read; empty: none.
};

/// Reads \a files and describes them as they will be published. Meant for the pool: blocks for as long as it takes to read.
/// \throws Error(FileSystem) for a file that is gone, is a link now or changed its size, Error(Cancelled)
[[nodiscard]] QList<HashedFile> hashFiles(const QList<OutputFile>& files, const QString& framework,
    const PublishedSecrets& secrets, const std::stop_token& stop);

} // namespace miaobu
