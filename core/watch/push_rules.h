#pragma once

#include "core/model/push_watch.h"
#include "core/watch/push_source.h"

namespace miaobu {

/// Whether the message of a commit asks not to build it: [skip ci], [ci skip], [no ci], [skip deploy] and the like, or a
/// trailer "skip-checks: true". https://docs.github.com/en/actions/managing-workflow-runs/skipping-workflow-runs
[[nodiscard]] bool hasSkipWord(const QString& message);

/// Whether something that a project builds from \a rootDirectory is among \a files: what lies below it or below one of
/// \a paths, and the package files of the folders above it, which decide what is installed.
[[nodiscard]] bool touches(const QStringList& files, const QString& rootDirectory, const QStringList& paths);

/// What to do with a push, once it is known not to be the first one and not to be deployed already.
[[nodiscard]] PushVerdict judgePush(const PushComparison& push, const QString& rootDirectory, const QStringList& paths);

} // namespace miaobu
