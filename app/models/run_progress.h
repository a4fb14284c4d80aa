#pragma once

#include "core/deploy/deployer.h"

#include <QHash>

#include <array>

namespace miaobu::app {

class LogLines;

/// Where a running deployment is, and since when.
struct RunProgress {
    Stage stage = Stage::Queue;
    qint64 done = 0;
    qint64 total = 0;
    int ahead = 0;
    bool cancellable = true;
    std::array<qint64, stageCount> startedAt{}; ///< By stage, milliseconds since the epoch; 0: not seen

    bool operator==(const RunProgress&) const = default;
};

/// How far the whole deployment is, 0…100, by what each stage usually takes of it.
[[nodiscard]] int percentOf(const RunProgress& run);
/// How far the stage is, 0…100; -1: unknown.
[[nodiscard]] int stagePercentOf(const RunProgress& run);

/// How long \a stage has taken, in milliseconds: until the next stage that was seen, or until \a now while it is the
/// last one. -1: unknown.
[[nodiscard]] qint64 stageDuration(const std::array<qint64, stageCount>& startedAt, Stage stage, qint64 now);

/// What the stages of the next one will take, by what \a earlier ones took: for each stage the median of those that
/// had it.
[[nodiscard]] StageTimes usualTimes(const QList<StageTimes>& earlier);
/// Milliseconds from \a now to the end of \a run if every stage takes what it \a usual[ly] takes; a stage that has taken
/// longer is about to end. -1: nothing is known of the stages before it.
[[nodiscard]] qint64 timeLeft(const RunProgress& run, const StageTimes& usual, qint64 now);

/// When each stage began, as the log of a deployment tells it.
[[nodiscard]] std::array<qint64, stageCount> stageStartsIn(const LogLines& log);

/// The deployments under way, fed by what the deployer says of them.
class RunTable {
public:
    /// Gives the new state of the deployment that \a progress tells of, at the time \a now.
    const RunProgress& take(const DeploymentProgress& progress, qint64 now);
    /// Follows the stored state: a deployment that is over is forgotten.
    void take(const Deployment& deployment, qint64 now);
    [[nodiscard]] RunProgress of(const Deployment& deployment) const;

private:
    QHash<DeploymentId, RunProgress> m_runs;
};

} // namespace miaobu::app
