#pragma once

#include "core/async/error.h"
#include "core/model/build_plan.h"
#include "core/model/project.h"
#include "core/model/source.h"
#include "core/model/web_app.h"

#include <QDateTime>

#include <array>
#include <optional>

namespace miaobu {

/// An integer that increases with time and is unique even when two computers deploy the same project; below 2^53.
using DeploymentId = qint64;

/// The stages of a pipeline, in their order.
/// Start is that of a web app's function; a site has none.
enum class Stage { Queue, Checkout, Install, Build, CheckOutput, Publish, Start, Route, Purge, Prove };
inline constexpr std::size_t stageCount = 10;

/// How long each stage took, by Stage, in milliseconds; -1: it was not gone through.
using StageTimes = std::array<qint64, stageCount>;
inline constexpr StageTimes noStageTimes{-1, -1, -1, -1, -1, -1, -1, -1, -1, -1};

[[nodiscard]] QString stageName(Stage stage); ///< "checkout", "check-output", …
[[nodiscard]] Stage stageFromName(const QString& name);

/// Ready: complete and reachable for promotion, but no host serves it. Live: at least one host serves it.
enum class DeploymentState { Queued, Running, Live, Ready, Failed, Cancelled, Interrupted, Purged };

[[nodiscard]] QString deploymentStateName(DeploymentState state); ///< "queued", "live", …
[[nodiscard]] DeploymentState deploymentStateFromName(const QString& name);

/// Whether \a state can still change by itself: queued or running.
[[nodiscard]] bool isActive(DeploymentState state);

/// What a finished deployment failed of, kept so that it can be put into words later in any language.
struct Failure {
    ErrorKind kind = ErrorKind::Internal;
    Stage stage = Stage::Queue;
    QString subject;
    QString detail;
    QStringList alternatives;
    int exitCode = 0;
    QString requestId;

    bool operator==(const Failure&) const = default;
};

[[nodiscard]] Failure failureOf(const Error& error, Stage stage);
[[nodiscard]] Error errorOf(const Failure& failure);

struct Deployment {
    DeploymentId id = 0;
    ProjectId project = 0;
    int number = 0; ///< 1, 2, 3 … within the project; what a person sees as #42.
    QString target;
    QString preview; ///< The name of the preview that it is shown as; empty: as the site
    DeploymentState state = DeploymentState::Queued;
    Stage stage = Stage::Queue; ///< The stage it is in, or was in when it ended.
    Revision revision;
    BuildPlan plan; ///< As it was built, overrides included.
    QString requestedCommit; ///< Empty: the head of the branch.
    QString objectPrefix; ///< "projects/{slug}/{id}"
    QString url; ///< Of the site's own host on its target.
    QDateTime createdAt; ///< UTC
    QDateTime finishedAt; ///< UTC; invalid while it is active.
    int fileCount = 0;
    qint64 byteCount = 0;
    qint64 bytesSent = 0; ///< What was really uploaded; the rest was copied on the server.
    int objectsSent = 0;
    bool buildReused = false; ///< Install and build were skipped: the same source had been built before.
    bool pinned = false; ///< Never removed by retention.
    std::optional<WebApp> app; ///< Of a web app, once its image or package is there
    std::optional<Failure> failure;

    bool operator==(const Deployment&) const = default;
};

} // namespace miaobu
