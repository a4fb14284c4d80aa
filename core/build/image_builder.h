#pragma once

#include "core/async/progress.h"
#include "core/build/container_engines.h"
#include "core/build/image_request.h"
#include "core/log/log_sink.h"
#include "core/ports/image_registry.h"

namespace miaobu {

struct BuiltImage {
    ContainerEngine engine; ///< That built and holds it
    QString localReference; ///< "miaobu/{slug}:{tag}"
    QString imageId; ///< "sha256:…"
    QString dockerfile; ///< The text it was built from
    bool isGenerated = false; ///< By this program; else the repository's own.
    qint64 bytes = 0; ///< Unpacked
    int exposedPort = 0; ///< The one port its Dockerfile exposes, 9000 in a generated one; 0 for none or several.
};

/// Makes the image of a web app with the container engine of this computer, for linux/amd64, and pushes it.
///
/// A Dockerfile of the repository's own is used as it is; without one there is a generated one (core/build/dockerfile.h).
/// The app listens on the port in PORT, 9000. What a build leaves behind beside its image (the engine's container, a
/// context folder, a login) is gone when a call has ended, also after Cancel.
class ImageBuilder {
public:
    /// \a host: the environment of this process. \a shell outlives this.
    ImageBuilder(QProcessEnvironment host, LoginShell& shell);

    /// The engine and the base: "docker 28.2.2 (buildx), python:3.12-slim", "podman 4.3.1, Dockerfile". Equal texts mean
    /// that the same source gives the same image.
    /// \throws Error(EngineMissing), (EngineNotRunning), (EngineNotPermitted), (AppUnknown: nothing says how the app
    /// starts), (Cancelled)
    QCoro::Task<QString> toolchain(ImageRequest request, std::stop_token stop);
    /// \a progress counts the Dockerfile's steps. Build variables are build arguments; those that are secret are
    /// BuildKit secrets, and read by a generated Dockerfile or one that asks for them by their name.
    /// \throws what toolchain() throws, Error(BuildSecretsUnsupported, subject the variable), (InstallFailed) when the
    /// step with the dependencies failed, (BuildFailed), both with the exit code and the last lines; (ImageTooLarge),
    /// (BinaryUnsuitable: not for linux/amd64, or an engine that cannot run that), (EngineNotRunning: it
    /// ended in the middle), (DiskFull), (Timeout), (Cancelled)
    QCoro::Task<BuiltImage> build(ImageRequest request, LogSink& log, ProgressHandler progress, std::stop_token stop);
    /// \a remoteReference: "host/namespace/repository:tag". \a progress counts layers. Tries again after a cut.
    /// \returns the digest in the registry, "sha256:…"
    /// \throws Error(ConnectionLost, HostNotFound, NetworkUnreachable: retryable),
    /// (PushFailed, with the last lines), (EngineNotRunning), (Cancelled)
    QCoro::Task<QString> push(BuiltImage image, QString remoteReference, RegistryLogin login, LogSink& log,
        ProgressHandler progress, std::stop_token stop);
    /// Removes the image's own name and the one it was pushed under from this computer. The layers of the latest build of
    /// a slug stay as the next one's cache. What is used or gone is left alone.
    QCoro::Task<> remove(BuiltImage image, QString remoteReference);
    /// Removes every image that was built for \a slug. Nothing where there is no engine.
    QCoro::Task<> removeAll(QString slug);

private:
    ContainerEngines m_engines;
};

} // namespace miaobu
