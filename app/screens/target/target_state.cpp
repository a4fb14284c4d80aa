#include "app/screens/target/target_state.h"

#include "core/model/target.h"

#include <QCoreApplication>

namespace miaobu::app {

namespace {

struct TargetHealth {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::TargetPage)
};

} // namespace

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
    if (error || permissions.count(PermissionCheck::Need::Everything, PermissionCheck::State::Denied) > 0) {
        return Health::Failed;
    }
    const bool knowsBoth = setup.phase != SetupView::Phase::Unknown && routine.status.has_value();
    if (!knowsBoth) {
        return Health::Unknown;
    }
    const bool answers = routine.status->production == RoutineStatus::Production::Ours && routine.status->isRouted;
    return setup.isComplete() && answers ? Health::Ready : Health::Incomplete;
}

QString healthTitle(TargetState::Health health) {
    switch (health) {
    case TargetState::Health::Unknown:
        break;
    case TargetState::Health::Busy:
        return TargetHealth::tr("Working");
    case TargetState::Health::Stopped:
        return TargetHealth::tr("Stopped");
    case TargetState::Health::Incomplete:
        return TargetHealth::tr("Not set up");
    case TargetState::Health::Failed:
        return TargetHealth::tr("Needs you");
    case TargetState::Health::Ready:
        return TargetHealth::tr("Ready");
    }
    return {};
}

Tone toneOf(TargetState::Health health) {
    switch (health) {
    case TargetState::Health::Unknown:
    case TargetState::Health::Stopped:
        break;
    case TargetState::Health::Busy:
    case TargetState::Health::Incomplete:
        return Tone::Building;
    case TargetState::Health::Failed:
        return Tone::Failed;
    case TargetState::Health::Ready:
        return Tone::Live;
    }
    return Tone::Idle;
}

} // namespace miaobu::app
