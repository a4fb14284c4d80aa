#include "app/models/run_progress.h"

#include "app/models/log_lines.h"

#include <algorithm>
#include <vector>

namespace miaobu::app {

namespace {

/// Hundredths of a usual deployment that lie before each stage, and after the last one.
constexpr std::array before{0, 2, 8, 35, 76, 78, 92, 94, 96, 98, 100};
static_assert(before.size() == stageCount + 1);

std::size_t at(Stage stage) {
    return static_cast<std::size_t>(stage);
}

void enter(RunProgress& run, Stage stage, qint64 now) {
    if (run.startedAt.at(at(stage)) == 0) {
        run.startedAt.at(at(stage)) = now;
    }
    run.stage = stage;
}

} // namespace

int stagePercentOf(const RunProgress& run) {
    return run.total > 0 ? static_cast<int>(std::clamp<qint64>(run.done * 100 / run.total, 0, 100)) : -1;
}

int percentOf(const RunProgress& run) {
    const int from = before.at(at(run.stage));
    const int span = before.at(at(run.stage) + 1) - from;
    return from + span * std::max(0, stagePercentOf(run)) / 100;
}

qint64 stageDuration(const std::array<qint64, stageCount>& startedAt, Stage stage, qint64 now) {
    const qint64 start = startedAt.at(at(stage));
    if (start == 0) {
        return -1;
    }
    for (std::size_t next = at(stage) + 1; next < stageCount; ++next) {
        if (startedAt.at(next) >= start) {
            return startedAt.at(next) - start;
        }
    }
    return std::max<qint64>(0, now - start);
}

StageTimes usualTimes(const QList<StageTimes>& earlier) {
    StageTimes usual = noStageTimes;
    for (std::size_t stage = 0; stage < stageCount; ++stage) {
        std::vector<qint64> taken;
        for (const StageTimes& times : earlier) {
            if (times.at(stage) >= 0) {
                taken.push_back(times.at(stage));
            }
        }
        if (!taken.empty()) {
            const auto middle = taken.begin() + static_cast<std::ptrdiff_t>(taken.size() / 2);
            std::ranges::nth_element(taken, middle);
            usual.at(stage) = *middle;
        }
    }
    return usual;
}

qint64 timeLeft(const RunProgress& run, const StageTimes& usual, qint64 now) {
    qint64 left = -1;
    for (std::size_t stage = std::max(at(run.stage), at(Stage::Checkout)); stage < stageCount; ++stage) {
        const qint64 whole = usual.at(stage);
        if (whole < 0) {
            continue;
        }
        const qint64 begun = stage == at(run.stage) ? run.startedAt.at(stage) : 0;
        left = std::max<qint64>(left, 0) + (begun == 0 ? whole : std::max<qint64>(0, whole - (now - begun)));
    }
    return left;
}

std::array<qint64, stageCount> stageStartsIn(const LogLines& log) {
    std::array<qint64, stageCount> starts{};
    Stage latest = Stage::Queue;
    for (const LogSection& section : log.sections()) {
        if (section.stage == Stage::Queue) {
            continue; // Waiting, or what a later start of the program had to say of it
        }
        if (section.stage < latest) {
            starts = {}; // Resumed: the stages before are those of the earlier try.
        }
        latest = section.stage;
        starts.at(at(section.stage)) = section.time;
    }
    return starts;
}

const RunProgress& RunTable::take(const DeploymentProgress& progress, qint64 now) {
    RunProgress& run = m_runs[progress.deployment];
    enter(run, progress.stage, now);
    run.done = progress.done;
    run.total = progress.total;
    run.ahead = progress.ahead;
    run.cancellable = progress.cancellable;
    return run;
}

void RunTable::take(const Deployment& deployment, qint64 now) {
    if (!isActive(deployment.state)) {
        m_runs.remove(deployment.id);
        return;
    }
    RunProgress& run = m_runs[deployment.id];
    if (run.stage != deployment.stage || run.startedAt.at(at(deployment.stage)) == 0) {
        enter(run, deployment.stage, now);
        run.done = 0;
        run.total = 0;
        run.cancellable = deployment.stage < Stage::Route;
    }
}

RunProgress RunTable::of(const Deployment& deployment) const {
    const auto found = m_runs.constFind(deployment.id);
    if (found != m_runs.constEnd()) {
        return *found;
    }
    RunProgress run;
    run.stage = deployment.stage;
    run.cancellable = deployment.stage < Stage::Route;
    return run;
}

} // namespace miaobu::app
