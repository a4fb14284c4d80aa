#pragma once

#include "app/screens/variables/variables_state.h"

/// States of the tab of a project's variables as they are met in daily use, for pictures and tests of it.
namespace miaobu::app::sample {

[[nodiscard]] VariablesState storedVariables(); ///< As they are live
[[nodiscard]] VariablesState stagedVariables(); ///< Added, changed and removed ones, not applied
[[nodiscard]] VariablesState pendingVariables(); ///< Stored since the last deployment, too many for an app
[[nodiscard]] VariablesState addingVariable();
[[nodiscard]] VariablesState editingSecret();
[[nodiscard]] VariablesState pastingVariables(); ///< Good and wrong lines
[[nodiscard]] VariablesState comparingVariables();
[[nodiscard]] VariablesState lockedVariables(); ///< The keyring is locked

} // namespace miaobu::app::sample
