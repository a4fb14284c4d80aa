#pragma once

#include "app/cli/command_description.h"
#include "core/model/project_variable.h"

namespace miaobu::app {

// The verbs of `miaobu env`; the first argument is the verb itself, the second one the slug.
QCoro::Task<int> listVariables(CommandContext context);
QCoro::Task<int> setVariables(CommandContext context);
QCoro::Task<int> unsetVariables(CommandContext context);
QCoro::Task<int> importVariables(CommandContext context);
QCoro::Task<int> exportVariables(CommandContext context);
QCoro::Task<int> compareVariables(CommandContext context);

[[nodiscard]] QList<OptionDescription> envOptions();
/// Which deployments the options name: Both unless it is one of --production and --preview.
[[nodiscard]] VariableScope scopeAsked(const CommandContext& context);
/// As scopeAsked() for what looks at one kind of deployment: production unless --preview.
[[nodiscard]] VariableScope environmentAsked(const CommandContext& context);
/// \a draft with what the options say of its use and its secrecy; what they do not say stays.
[[nodiscard]] VariableDraft withOptions(VariableDraft draft, const CommandContext& context);

/// Stores \a changes, says which names often surprise, and that it applies from the next deployment on.
QCoro::Task<int> storeVariables(CommandContext context, Project project, QList<VariableChange> changes);

} // namespace miaobu::app
