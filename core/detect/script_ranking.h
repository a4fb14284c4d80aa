#pragma once

#include "core/detect/invocation.h"

#include <QList>

namespace miaobu {

/// Of scripts that all run the build, the one a person would take for publishing; empty when all are for something else
/// (deploying, analysing, previewing).
[[nodiscard]] QString bestBuildScript(const QStringList& scripts);

/// Whether the name says that the script makes a site, as opposed to the package's own build: "docs:build",
/// "build:site".
[[nodiscard]] bool isSiteScript(const QString& name);

/// Whether nothing can be said about what \a run makes: it is a program of the project's own, or a task runner.
[[nodiscard]] bool isOpaque(const QList<Invocation>& run);

} // namespace miaobu
