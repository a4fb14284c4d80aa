#include "core/variables/variable_check.h"

#include "core/model/environment_variable.h"
#include "core/model/variable_names.h"

namespace miaobu {

std::optional<ErrorKind> problemOf(const VariableDraft& draft) {
    const QString& name = draft.key.name;
    if (!isValidVariableName(name)) {
        return ErrorKind::VariableNameInvalid;
    }
    if (isReservedVariable(name)) {
        return ErrorKind::VariableReserved;
    }
    if (draft.secret && isPublicVariable(name)) {
        return ErrorKind::VariablePublic;
    }
    if (draft.value && draft.value->isEmpty()) {
        return ErrorKind::VariableValueMissing;
    }
    if (draft.value && (draft.value->contains(QChar::Null) || draft.value->toUtf8().size() > longestVariableValue)) {
        return ErrorKind::VariableValueInvalid;
    }
    if (!draft.atBuild && !draft.atRun) {
        return ErrorKind::InvalidInput;
    }
    return std::nullopt;
}

qsizetype runTimeBytes(const QList<ProjectVariable>& variables) {
    qsizetype bytes = 0;
    for (const ProjectVariable& variable : variables) {
        if (variable.atRun) {
            bytes += variable.key.name.toUtf8().size() + variable.value.toUtf8().size();
        }
    }
    return bytes;
}

} // namespace miaobu
