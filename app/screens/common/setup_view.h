#pragma once

#include "app/screens/common/shown_error.h"
#include "core/ports/cloud_account.h"

#include <QList>

#include <optional>

namespace miaobu::app {

/// How far a target is set up, as it is shown.
struct SetupView {
    enum class Phase {
        Unknown, ///< Nobody has asked yet.
        Planning,
        Planned,
        Running,
        Stopped, ///< By a failure or a person; a second run goes on.
        Done,
    };

    Phase phase = Phase::Unknown;
    QList<SetupStep> steps;
    std::optional<ShownError> error;

    [[nodiscard]] bool isBusy() const { return phase == Phase::Planning || phase == Phase::Running; }
    /// Every part is there.
    [[nodiscard]] bool isComplete() const;
    /// A person has to do something first.
    [[nodiscard]] bool isBlocked() const;
};

/// Takes the new state of one step; a step that is not known yet comes last.
void takeStep(QList<SetupStep>& steps, const SetupStep& changed);
/// No step is under way any more: what was is still missing.
void settleSteps(QList<SetupStep>& steps);

} // namespace miaobu::app
