#pragma once

#include "app/screens/connect/connect_state.h"
#include "app/screens/target/target_state.h"

/// States of the pages for targets as they are met in daily use, for pictures and tests of pages.
namespace miaobu::app::sample {

[[nodiscard]] ConnectState enteringKey();
[[nodiscard]] ConnectState keyRefused();
[[nodiscard]] ConnectState identifying();
[[nodiscard]] ConnectState rootKey();
[[nodiscard]] ConnectState lookingAtAccount();
[[nodiscard]] ConnectState choosing();
[[nodiscard]] ConnectState choosingWithoutSites();
[[nodiscard]] ConnectState addingSite(); ///< The first, to a plan with room
[[nodiscard]] ConnectState addingAnotherSite();
[[nodiscard]] ConnectState provingSite();
[[nodiscard]] ConnectState choosingHalfBlind(); ///< The key may not list sites and buckets.
[[nodiscard]] ConnectState keychainLocked();
[[nodiscard]] ConnectState planned();
[[nodiscard]] ConnectState settingUp();
[[nodiscard]] ConnectState setupFailed();
[[nodiscard]] ConnectState connected();

[[nodiscard]] TargetState untouchedTarget();
[[nodiscard]] TargetState checkingTarget();
[[nodiscard]] TargetState readyTarget();
[[nodiscard]] TargetState deniedTarget();
[[nodiscard]] TargetState targetForSites(); ///< The key may not make functions.
[[nodiscard]] TargetState targetWithoutFunctions(); ///< Function Compute is not activated.
[[nodiscard]] TargetState outdatedTarget(); ///< Another routine is live.
[[nodiscard]] TargetState enteringTargetKey();
[[nodiscard]] TargetState keylessTarget();
[[nodiscard]] TargetState runningEmulator();
[[nodiscard]] TargetState stoppedEmulator();

} // namespace miaobu::app::sample
