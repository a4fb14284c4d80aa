#pragma once

#include "core/build/container_run.h"
#include "core/detect/semver.h"

namespace miaobu {

/// An image that sites are built in, as an engine holds it.
struct BuildImage {
    QString reference; ///< "node:22-bookworm-slim"
    QString id; ///< Its SHA-256
    QString path; ///< The PATH of its programs
    Version node;
    QString npmVersion; ///< Empty when it has none.

    /// "node:22-bookworm-slim (sha256:0123456789ab)"
    [[nodiscard]] QString text() const;
};

/// Finds or fetches \a reference, without the versions of its tools. \a log hears of a fetch while it goes on.
/// \throws Error(ImageUnavailable; subject: the image, detail: the last lines), (EngineNotRunning), (DiskFull), (Cancelled)
QCoro::Task<BuildImage> provideBuildImage(
    ContainerEngine engine, QString reference, LogSink& log, std::stop_token stop);

/// \a image with the versions of its tools, which it is asked for in a container that sees nothing.
/// \throws Error(ImageUnavailable) when it has no Node.js, what runInContainer() throws
QCoro::Task<BuildImage> withVersions(
    ContainerEngine engine, BuildImage image, QStringList labels, std::stop_token stop);

} // namespace miaobu
