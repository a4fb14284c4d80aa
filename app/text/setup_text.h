#pragma once

#include "core/ports/cloud_account.h"
#include "core/ports/routine_host.h"

#include <QString>

namespace miaobu::app {

[[nodiscard]] QString setupPartTitle(SetupPart part); ///< "Private bucket"
[[nodiscard]] QString setupStateTitle(SetupStep::State state); ///< "Will be made"
/// What is different, or what a person has to do first, in a sentence; empty for a step that needs none.
[[nodiscard]] QString setupNote(const SetupStep& step);
/// How to take back what the step makes or changes, in a sentence; empty where the step does nothing.
[[nodiscard]] QString setupUndo(const SetupStep& step);

[[nodiscard]] QString permissionStateTitle(PermissionCheck::State state); ///< "Granted"
/// Who needs it, in a sentence; empty where everything does.
[[nodiscard]] QString permissionNeedNote(PermissionCheck::Need need);

[[nodiscard]] QString routineStageTitle(RoutineStage stage); ///< "Publish to staging"
/// What answers in production, in a sentence.
[[nodiscard]] QString routineStatusText(const RoutineStatus& status);

} // namespace miaobu::app
