#pragma once

#include "core/build/build_step.h"

#include <QCoro/QCoroTask>

#include <functional>
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

/// Runs what installs \c packages into the folder it is given.
using FetchRun = std::function<QCoro::Task<StepResult>(QString folder)>;

/// As fetchPackages(), by an npm that \a run knows how to run. \throws what \a run throws, too
QCoro::Task<> fetchPackagesBy(FetchRun run, QStringList packages, QString folder);

/// The command line that installs \a packages.
[[nodiscard]] QStringList fetchArguments(const QStringList& packages);

} // namespace miaobu
