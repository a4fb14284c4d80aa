#include "app/screens/common/setup_view.h"

#include <algorithm>

namespace miaobu::app {

bool SetupView::isComplete() const {
    return !steps.isEmpty() && std::all_of(steps.begin(), steps.end(), [](const SetupStep& step) {
        return step.state == SetupStep::State::Present || step.state == SetupStep::State::Done;
    });
}

bool SetupView::isBlocked() const {
    return std::any_of(
        steps.begin(), steps.end(), [](const SetupStep& step) { return step.state == SetupStep::State::Blocked; });
}

void takeStep(QList<SetupStep>& steps, const SetupStep& changed) {
    const auto same = std::find_if(steps.begin(), steps.end(),
        [&](const SetupStep& step) { return step.part == changed.part && step.subject == changed.subject; });
    if (same == steps.end()) {
        steps.append(changed);
    } else {
        *same = changed;
    }
}

void settleSteps(QList<SetupStep>& steps) {
    for (SetupStep& step : steps) {
        if (step.state == SetupStep::State::Running) {
            step.state = SetupStep::State::Missing;
        }
    }
}

} // namespace miaobu::app
