#pragma once

#include "core/async/error.h"
#include "core/process/command.h"

#include <QCoro/QCoroTask>

#include <stop_token>

namespace miaobu {

/// Programs to fetch through npm into a folder of their own.
struct PackageFetch {
    QString npm; ///< Absolute path of the npm to run
    QStringList packages; ///< "pnpm@9.1.0"
    QString folder; ///< Gets node_modules/.bin; what lay there before is replaced as a whole.
    QProcessEnvironment environment; ///< For npm; names its registry and proxy
};

/// Fetches beside the folder and moves it into its place at the end, so that nobody ever sees half of it.
/// \throws Error(PackageManagerMissing; subject: the packages, detail: npm's last lines), Error(FileSystem),
/// Error(Timeout), Error(Cancelled)
QCoro::Task<> fetchPackages(PackageFetch fetch, std::stop_token stop);

} // namespace miaobu
