#include "app/screens/project/stage_steps.h"

#include "app/text/state_text.h"

#include <QCoreApplication>

namespace miaobu::app {

namespace {

struct StageSteps {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::StageSteps)
};

struct Span {
    Stage first;
    Stage last;
};

using Spans = std::array<Span, 5>;

constexpr Spans spansOfSite{Span{Stage::Queue, Stage::Checkout}, Span{Stage::Install, Stage::Install},
    Span{Stage::Build, Stage::CheckOutput}, Span{Stage::Publish, Stage::Start}, Span{Stage::Route, Stage::Prove}};
// An image is built with its dependencies in one go.
constexpr Spans spansOfApp{Span{Stage::Queue, Stage::Checkout}, Span{Stage::Build, Stage::CheckOutput},
    Span{Stage::Publish, Stage::Publish}, Span{Stage::Start, Stage::Start}, Span{Stage::Route, Stage::Prove}};

QString titleOf(const Span& span) {
    switch (span.first) {
    case Stage::Queue:
        return stageTitle(Stage::Checkout);
    case Stage::Route:
        return StageSteps::tr("Go live");
    default:
        return stageTitle(span.first);
    }
}

QString durationOf(const Span& span, const std::array<qint64, stageCount>& startedAt, qint64 now) {
    // Waiting in the queue is not part of checking out.
    const Stage first = span.first == Stage::Queue ? Stage::Checkout : span.first;
    qint64 total = 0;
    bool known = false;
    for (auto stage = static_cast<int>(first); stage <= static_cast<int>(span.last); ++stage) {
        if (const qint64 took = stageDuration(startedAt, static_cast<Stage>(stage), now); took >= 0) {
            total += took;
            known = true;
        }
    }
    return known ? durationText(std::chrono::milliseconds(total)) : QString();
}

} // namespace

QList<StageStep> stageSteps(
    const Deployment& deployment, const std::array<qint64, stageCount>& startedAt, const RunProgress& run, qint64 now) {
    const bool active = isActive(deployment.state);
    const bool complete = deployment.state == DeploymentState::Live || deployment.state == DeploymentState::Ready
        || deployment.state == DeploymentState::Purged;
    const Stage stage = active ? run.stage : deployment.stage;
    QList<StageStep> steps;
    for (const Span& span : isWebApp(deployment.plan.kind) ? spansOfApp : spansOfSite) {
        StageStep step{
            .title = titleOf(span), .note = durationOf(span, startedAt, now), .state = StageStep::State::Waiting};
        if (complete || stage > span.last) {
            step.state = StageStep::State::Done;
        } else if (stage >= span.first) {
            step.state = active ? StageStep::State::Active : StageStep::State::Failed;
            if (const int percent = stagePercentOf(run); active && percent >= 0) {
                step.note = StageSteps::tr("%1 %").arg(percent);
            }
        } else {
            step.note.clear();
        }
        steps.append(step);
    }
    return steps;
}

} // namespace miaobu::app
