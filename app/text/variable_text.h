#pragma once

#include "core/async/error.h"
#include "core/model/dotenv.h"
#include "core/model/project_variable.h"
#include "core/model/variable_names.h"
#include "core/variables/variable_difference.h"

#include <QString>

namespace miaobu::app {

/// "Production and preview", "Production", "Preview"
[[nodiscard]] QString scopeTitle(VariableScope scope);
/// "Build and run", "Build", "Run"
[[nodiscard]] QString usageTitle(bool atBuild, bool atRun);
/// Why a name often surprises, in one sentence.
[[nodiscard]] QString concernText(VariableConcern concern);
/// Why a variable called \a name is not taken: what is wrong with it, and the reason.
[[nodiscard]] QString refusalText(ErrorKind problem, const QString& name);
/// What is wrong with a line of a .env text: "Line 7 is no NAME=value." Says nothing of what stands there.
[[nodiscard]] QString problemText(const DotenvProblem& problem);
/// "Line 9 gives A another value; that one counts."
[[nodiscard]] QString repetitionText(const DotenvRepetition& repetition);
/// "the same", "different", "only in the file", "only stored"
[[nodiscard]] QString fileStateText(VariableDifference::File state);
/// "as deployed", "changed since", "new", "removed since", "never deployed"
[[nodiscard]] QString liveStateText(VariableDifference::Live state);
/// That the variables of the app are more than Function Compute takes.
[[nodiscard]] QString tooManyBytesText(qsizetype bytes);

} // namespace miaobu::app
