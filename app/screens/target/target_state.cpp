#include "app/screens/target/target_state.h"

#include "core/model/target.h"

namespace miaobu::app {

bool TargetState::isLocal() const {
    return config.name == localTargetName;
}

TargetState::Health TargetState::health() const {
    if (isLocal()) {
        return local.isBusy ? Health::Busy : local.isRunning ? Health::Ready : Health::Stopped;
    }
    if (isBusy()) {
        return Health::Busy;
    }
    if (error || permissions.count(PermissionCheck::State::Denied) > 0) {
        return Health::Failed;
    }
    const bool knowsBoth = setup.phase != SetupView::Phase::Unknown && routine.status.has_value();
    if (!knowsBoth) {
        return Health::Unknown;
    }
    const bool answers = routine.status->production == RoutineStatus::Production::Ours && routine.status->isRouted;
    return setup.isComplete() && answers ? Health::Ready : Health::Incomplete;
}

} // namespace miaobu::app
