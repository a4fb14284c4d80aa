#pragma once

#include "app/models/variable_lines_model.h"
#include "app/screens/variables/variables_state.h"

namespace miaobu::app {

// The lines of the tab's lists, from what they show.

[[nodiscard]] QList<VariableLine> linesOf(const VariablesState& state);
[[nodiscard]] QList<VariableLine> linesOf(const PastedVariables& pasted);
[[nodiscard]] QList<VariableLine> linesOf(const FileComparison& comparison);

} // namespace miaobu::app
