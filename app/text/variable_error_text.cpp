#include "app/text/error_families.h"
#include "core/model/project_variable.h"

namespace miaobu::app {

std::optional<ErrorWords> variableErrorWords(const Error& error) {
    const QString& name = error.subject;
    switch (error.kind) {
    case ErrorKind::VariableNameInvalid:
        return ErrorWords{ErrorText::tr("“%1” cannot be the name of a variable.").arg(name),
            ErrorText::tr("A name has letters, digits and underscores, and begins with no digit."),
            ErrorText::tr("Choose another name."), ErrorAction::None};
    case ErrorKind::VariableReserved:
        return ErrorWords{ErrorText::tr("The name %1 is reserved.").arg(name),
            ErrorText::tr("Function Compute keeps names with FC_ for itself, and Miaobu those with MIAOBU."),
            ErrorText::tr("Choose another name."), ErrorAction::None};
    case ErrorKind::VariablePublic:
        return ErrorWords{ErrorText::tr("%1 cannot be a secret.").arg(name),
            ErrorText::tr("Variables with this beginning are compiled into the page, where everybody can read them."),
            ErrorText::tr("Store it as a plain variable, or give the secret another name."), ErrorAction::None};
    case ErrorKind::VariableTaken:
        return ErrorWords{ErrorText::tr("There is another variable %1 for the same deployments.").arg(name), {},
            ErrorText::tr("Edit that one, or choose another name."), ErrorAction::None};
    case ErrorKind::VariableUnknown:
        return ErrorWords{ErrorText::tr("There is no variable %1.").arg(name),
            error.alternatives.isEmpty() ? QString()
                                         : ErrorText::tr("These exist: %1.").arg(listText(error.alternatives)),
            ErrorText::tr("Check the name and which deployments it is for."), ErrorAction::None};
    case ErrorKind::VariableValueMissing:
        return ErrorWords{ErrorText::tr("The variable %1 needs a value.").arg(name),
            ErrorText::tr("A value cannot be empty, and that of a secret is not shown again."),
            ErrorText::tr("Enter the value."), ErrorAction::None};
    case ErrorKind::VariableValueInvalid:
        return ErrorWords{ErrorText::tr("The value of %1 cannot be given to a program.").arg(name),
            ErrorText::tr("It holds a zero byte or is longer than %1 KB.").arg(longestVariableValue / 1024),
            ErrorText::tr("Put it into a file of the project instead."), ErrorAction::None};
    case ErrorKind::VariableUnreadable:
        return ErrorWords{ErrorText::tr("The stored value of the secret %1 cannot be opened.").arg(name),
            ErrorText::tr("The keyring does not have the key that it was encrypted with, or the database was changed."),
            ErrorText::tr("Enter its value again."), ErrorAction::EditVariables};
    case ErrorKind::SecretInOutput:
        return ErrorWords{ErrorText::tr("The secret %1 would be readable by everybody.").arg(name),
            ErrorText::tr("The build has written its value into %1.").arg(error.detail),
            ErrorText::tr("If everybody may know it, mark it as not secret; otherwise keep it out of the page."),
            ErrorAction::EditVariables};
    default:
        return std::nullopt;
    }
}

} // namespace miaobu::app
