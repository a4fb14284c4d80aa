#pragma once

#include "core/model/deployment.h"
#include "core/model/host_progress.h"

#include <QString>

#include <chrono>

namespace miaobu::app {

[[nodiscard]] QString stageTitle(Stage stage); ///< "Install"
[[nodiscard]] QString hostStageTitle(HostStage stage); ///< "Propagating"
[[nodiscard]] QString stateTitle(DeploymentState state); ///< "Live"
/// The state of a deployment; one that is being led to its visitors is "Going live", then "Propagating".
[[nodiscard]] QString stateTitle(const Deployment& deployment);

/// "14 Feb 2026", as it is written where the language is spoken.
[[nodiscard]] QString dateText(const QDateTime& time);
/// "12 min ago", "just now", a date after a week.
[[nodiscard]] QString timeAgo(const QDateTime& time, const QDateTime& now);
/// "38 s", "4 min 10 s"
[[nodiscard]] QString durationText(std::chrono::milliseconds duration);
/// "14.2 KB"
[[nodiscard]] QString sizeText(qint64 bytes);
/// The first seven characters of a commit.
[[nodiscard]] QString shortCommit(const QString& commit);
/// A framework's own name for its slug: "next" → "Next.js"; the slug itself where none is known.
[[nodiscard]] QString frameworkTitle(const QString& slug);
/// "Static site", "Python app", …
[[nodiscard]] QString kindTitle(ProjectKind kind);
/// "This computer" for the local target, else its name.
[[nodiscard]] QString targetTitle(const QString& target);

} // namespace miaobu::app
