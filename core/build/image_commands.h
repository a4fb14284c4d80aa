#pragma once

#include "core/build/container_engine.h"

namespace miaobu {

/// Everything an engine is told for a build. No value of a variable is among the arguments: build arguments are named
/// only, their values are in the environment of the call; secrets are files.
struct ImageBuildCall {
    QString context; ///< Folder
    QString dockerfile; ///< File; may lie outside the context
    QString reference; ///< "miaobu/site:42-1f6d03a"
    QString idFile; ///< Gets the image's id
    QStringList buildArguments; ///< Names
    QList<std::pair<QString, QString>> secrets; ///< Name → file that holds the value
    QString network; ///< Empty: the engine's own
    QStringList labels; ///< "name=value"
};

[[nodiscard]] QStringList buildArguments(const ContainerEngine& engine, const ImageBuildCall& call);
/// What the environment of a build has beside the engine's: the switch to BuildKit of an older docker.
[[nodiscard]] QProcessEnvironment buildVariables(const ContainerEngine& engine);

/// A login lies in \a folder, which is the call's own: docker's configuration, podman's authfile.
[[nodiscard]] QStringList loginArguments(
    const ContainerEngine& engine, const QString& folder, const QString& host, const QString& user);
[[nodiscard]] QStringList pushArguments(
    const ContainerEngine& engine, const QString& folder, const QString& localReference, const QString& reference);
/// Where podman writes the digest of a push.
[[nodiscard]] QString digestFile(const QString& folder);

/// "host" of "host/namespace/repository:tag".
[[nodiscard]] QString registryHost(const QString& reference);
/// Whether a registry is one on this computer, which needs no TLS.
[[nodiscard]] bool isLoopbackRegistry(const QString& host);

} // namespace miaobu
