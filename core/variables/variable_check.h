#pragma once

#include "core/async/error.h"
#include "core/model/project_variable.h"

#include <optional>

namespace miaobu {

/// Why \a draft cannot be stored, as far as it can be told without what is stored: VariableNameInvalid, VariableReserved, VariablePublic (a
/// secret whose name makes it public), VariableValueMissing (an empty value), VariableValueInvalid, InvalidInput (of use to nobody).
[[nodiscard]] std::optional<ErrorKind> problemOf(const VariableDraft& draft);

/// Bytes of the names and values of \a variables that an app gets; see runTimeVariablesLimit. Secrets count with their names alone, as
/// their length is not known without the keychain.
[[nodiscard]] qsizetype runTimeBytes(const QList<ProjectVariable>& variables);

} // namespace miaobu
