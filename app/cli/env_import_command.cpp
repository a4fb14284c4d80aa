#include "app/cli/await_operation.h"
#include "app/cli/dotenv_file.h"
#include "app/cli/env_commands.h"
#include "app/text/variable_text.h"
#include "core/variables/variable_service.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QString fileStateName(VariableDifference::File state) {
    constexpr std::array names{"same", "different", "only-in-file", "only-stored"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(state)));
}

QString liveStateName(VariableDifference::Live state) {
    constexpr std::array names{"same", "changed", "added", "removed", "never"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(state)));
}

QCoro::Task<QList<VariableDifference>> compare(
    CommandContext context, Project project, VariableScope environment, QList<EnvironmentVariable> file) {
    VariableService& service = context.services->variableService();
    QList<VariableDifference> found;
    const QObject listener;
    QObject::connect(&service, &VariableService::compared, &listener,
        [&found](OperationId, const QList<VariableDifference>& differences) { found = differences; });
    const OperationId operation = service.compare(project.id, project.target, environment, file);
    co_await awaitOperation(&service, operation, context.stop);
    co_return found;
}

QString fileArgument(const CommandContext& context) {
    return context.arguments.value(2);
}

} // namespace

QCoro::Task<int> importVariables(CommandContext context) {
    if (fileArgument(context).isEmpty()) {
        context.output.note(Words::tr("Which file? miaobu env import SLUG FILE; “-” is standard input."));
        co_return BadUsage;
    }
    const Project project = projectCalled(*context.services, context.arguments.value(1));
    const DotenvContent content = readDotenvFile(fileArgument(context));
    for (const DotenvRepetition& repetition : content.repetitions) {
        context.output.note(repetitionText(repetition));
    }
    const VariableScope scope = scopeAsked(context);
    const QList<ProjectVariable> stored = context.services->variableService().list(project.id);
    const QList<VariableDifference> differences = co_await compare(context, project, scope, content.variables);
    QList<VariableChange> changes;
    for (const EnvironmentVariable& variable : content.variables) {
        const auto difference = std::ranges::find(differences, variable.name, &VariableDifference::name);
        if (variable.value.isEmpty()) {
            context.output.note(Words::tr("%1 has no value and is left out.").arg(variable.name));
            continue;
        }
        if (difference != differences.end() && difference->file == VariableDifference::File::Same) {
            continue;
        }
        VariableDraft draft{{variable.name, scope}, variable.value, variable.secret, true, true};
        const auto known = std::ranges::find(stored, draft.key, &ProjectVariable::key);
        if (known != stored.end()) {
            draft.secret = known->secret;
            draft.atBuild = known->atBuild;
            draft.atRun = known->atRun;
        }
        draft = withOptions(draft, context);
        draft.secret = draft.secret && !isPublicVariable(variable.name);
        changes.append({std::nullopt, draft});
    }
    const int code = co_await storeVariables(context, project, changes);
    co_return code;
}

QCoro::Task<int> compareVariables(CommandContext context) {
    if (fileArgument(context).isEmpty()) {
        context.output.note(Words::tr("Compare with which file? miaobu env diff SLUG .env"));
        co_return BadUsage;
    }
    const Project project = projectCalled(*context.services, context.arguments.value(1));
    const QList<EnvironmentVariable> file = readDotenvFile(fileArgument(context)).variables;
    const QList<VariableDifference> differences = co_await compare(context, project, environmentAsked(context), file);
    QList<QStringList> rows;
    QJsonArray list;
    for (const VariableDifference& difference : differences) {
        rows.append({difference.name, fileStateText(difference.file), liveStateText(difference.live)});
        list.append(QJsonObject{{u"name"_s, difference.name}, {u"file"_s, fileStateName(difference.file)},
            {u"live"_s, liveStateName(difference.live)}, {u"secret"_s, difference.secret}});
    }
    context.output.line(rows.isEmpty() ? Words::tr("No variables on either side.") : table(rows));
    context.output.result(list);
    co_return Succeeded;
}

} // namespace miaobu::app
