#pragma once

#include "core/async/error.h"
#include "core/model/deployment.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace miaobu {

/// What became of a push to the branch that a project deploys.
enum class PushVerdict {
    Baseline, ///< The first look: where the branch was when watching began. Nothing is deployed for it.
    Deployed,
    AlreadyDeployed, ///< There is a deployment of this commit.
    Waiting, ///< Until the deployment that is under way has ended.
    SkipWord, ///< The commit's message says [skip ci] or the like.
    OlderCommit, ///< The branch was set back to a commit from before the one that is online.
    NothingChanged, ///< No file below the root directory, nor below the other watched paths, is another one.
    Refused, ///< The deployment could not be begun.
};

[[nodiscard]] QString pushVerdictName(PushVerdict verdict); ///< "baseline", "already-deployed", …
/// Baseline for a name this program does not know.
[[nodiscard]] PushVerdict pushVerdictFromName(const QString& name);

/// The last push that was noticed.
struct PushOutcome {
    PushVerdict verdict = PushVerdict::Baseline;
    QString commit; ///< Full hash
    QString message; ///< Its first line; empty where nobody asked for it.
    QString author;
    DeploymentId deployment = 0; ///< Of Deployed
    QDateTime at; ///< When it was noticed, UTC

    bool operator==(const PushOutcome&) const = default;
};

/// What is stored of a project's watch.
struct WatchRecord {
    bool enabled = false;
    QStringList paths; ///< Also deploy when something below one of these changed; relative to the repository.
    bool branches = false; ///< Every other branch becomes a preview when it is pushed.
    QString lastSeen; ///< The head when it was last judged; empty: never.
    QString lastDeployed; ///< The last commit that was deployed for a push.
    std::optional<PushOutcome> outcome;

    bool operator==(const WatchRecord&) const = default;
};

enum class WatchPhase {
    Off, ///< Switched off
    Resting, ///< Until WatchState::nextAt
    Looking,
    Limited, ///< GitHub wants to be left alone until WatchState::nextAt.
    Offline, ///< The server cannot be reached.
    NeedsSignIn,
    Failed, ///< See WatchState::error
};

/// A project's watch, as a window shows it. A value.
struct WatchState {
    bool isPossible = false; ///< A folder has no pushes.
    WatchPhase phase = WatchPhase::Off;
    QStringList paths;
    bool branches = false; ///< Every other branch becomes a preview when it is pushed.
    QString branch; ///< Empty: the default branch, before the first look.
    QString head; ///< Full hash, as the last look found it; empty before.
    QDateTime lookedAt; ///< The last look that was answered, UTC; invalid: none since the program began.
    QDateTime nextAt; ///< UTC
    std::optional<PushOutcome> outcome;
    std::optional<Error> error; ///< Of the last look, where it failed.
};

} // namespace miaobu
