#pragma once

#include "core/build/image_settings.h"

namespace miaobu {

/// A RUN line of \a command that sees the secrets \a names, each under its own name.
[[nodiscard]] QString runLine(const QString& command, const QStringList& names);

/// COPY lines that put \a files where they lie in the repository.
[[nodiscard]] QStringList copyLines(const QStringList& files);

/// ARG lines for the mirrors and proxies of \a settings and for the variables of a build, and the computer's further
/// certificates, which \a certificateVariables name to the tools.
[[nodiscard]] QStringList argumentLines(
    const ImageSettings& settings, const BuildVariableNames& variables, const QStringList& certificateVariables);

/// Lines that install \a packages of Debian, and what is said of it.
[[nodiscard]] QStringList systemPackageLines(const QStringList& packages);
[[nodiscard]] QString systemPackageNote(const QStringList& packages);

/// The end of a generated Dockerfile: who runs the app, where it listens, and \a command. \a variables: "NAME=value".
[[nodiscard]] QStringList endLines(const QStringList& variables, const QString& command);

} // namespace miaobu
