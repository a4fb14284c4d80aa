#pragma once

#include "core/git/folder_listing.h"
#include "core/git/source_checkout.h"

namespace miaobu {

/// Copies \a folder as it is now to \a destination, on the pool. \a repository is what findRepository() says of the
/// folder. On failure nothing is left at the destination.
/// \throws Error(LargeFilePointers), Error(DiskFull), Error(PermissionDenied), Error(FileSystem), Error(Cancelled)
QCoro::Task<Checkout> copyFolder(QString folder, std::optional<FolderRepository> repository, QString destination,
    LogSink& log, ProgressHandler progress, std::stop_token stop);

} // namespace miaobu
