#include "app/cli/env_commands.h"
#include "app/cli/terminal_secret.h"
#include "core/model/environment_variable.h"
#include "core/variables/variable_service.h"

#include <QFile>

#include <algorithm>
#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QString withoutLastLineEnd(QByteArray text) {
    if (text.endsWith('\n')) {
        text.chop(text.endsWith("\r\n") ? 2 : 1);
    }
    return QString::fromUtf8(text);
}

/// The value of \a name from --value-file, from a person who types it without seeing it, or from standard input.
QString enteredValue(const CommandContext& context, const QString& name) {
    QFile file(context.options->value(u"value-file"_s));
    if (context.options->isSet(u"value-file"_s)) {
        if (!file.open(QIODevice::ReadOnly)) {
            throw Error(ErrorKind::FileSystem, file.fileName(), file.errorString());
        }
    } else if (canAsk()) {
        return QString::fromUtf8(askForSecret(Words::tr("Value of %1: ").arg(name)));
    } else if (!file.open(stdin, QIODevice::ReadOnly)) {
        throw Error(ErrorKind::FileSystem, u"-"_s, file.errorString());
    }
    return withoutLastLineEnd(file.read(longestVariableValue + 2));
}

std::optional<ProjectVariable> find(const QList<ProjectVariable>& variables, const VariableKey& key) {
    const auto found = std::ranges::find(variables, key, &ProjectVariable::key);
    return found == variables.end() ? std::nullopt : std::optional(*found);
}

/// As it is stored, so that setting a value changes nothing else. What is not typed for everybody to see is a secret, unless its name is public.
VariableDraft draftFor(
    const CommandContext& context, const QList<ProjectVariable>& stored, const QString& name, bool isVisible) {
    VariableDraft draft;
    draft.key = {name, scopeAsked(context)};
    draft.secret = !isVisible && !isPublicVariable(name);
    if (const std::optional<ProjectVariable> known = find(stored, draft.key)) {
        draft.secret = known->secret;
        draft.atBuild = known->atBuild;
        draft.atRun = known->atRun;
    }
    return withOptions(draft, context);
}

} // namespace

QCoro::Task<int> setVariables(CommandContext context) {
    const QStringList given = context.arguments.mid(2);
    const auto isPair = [](const QString& argument) { return argument.contains(u'='); };
    if (given.isEmpty() || (given.size() > 1 && !std::ranges::all_of(given, isPair))) {
        context.output.note(
            Words::tr("Which variable? miaobu env set SLUG NAME, or NAME=value for what is no secret."));
        co_return BadUsage;
    }
    const Project project = projectCalled(*context.services, context.arguments.value(1));
    const QList<ProjectVariable> stored = context.services->variableService().list(project.id);
    QList<VariableChange> changes;
    for (const QString& argument : given) {
        const QString name = argument.section(u'=', 0, 0);
        VariableDraft draft = draftFor(context, stored, name, isPair(argument));
        if (isPair(argument) && draft.secret) {
            context.output.note(
                Words::tr("A secret is no argument, where other programs can read it: miaobu env set %1 "
                          "%2 --secret asks for it, or reads it from standard input.")
                    .arg(project.slug, name));
            co_return BadUsage;
        }
        draft.value = isPair(argument) ? argument.section(u'=', 1) : enteredValue(context, name);
        changes.append({std::nullopt, draft});
    }
    const int code = co_await storeVariables(context, project, changes);
    co_return code;
}

QCoro::Task<int> unsetVariables(CommandContext context) {
    const QStringList names = context.arguments.mid(2);
    if (names.isEmpty()) {
        context.output.note(Words::tr("Which variable? miaobu env unset SLUG NAME"));
        co_return BadUsage;
    }
    const Project project = projectCalled(*context.services, context.arguments.value(1));
    const QList<ProjectVariable> stored = context.services->variableService().list(project.id);
    const bool anyScope = !context.options->isSet(u"production"_s) && !context.options->isSet(u"preview"_s);
    QList<VariableChange> changes;
    for (const QString& name : names) {
        const qsizetype before = changes.size();
        Error unknown(ErrorKind::VariableUnknown, name);
        for (const ProjectVariable& variable : stored) {
            unknown.alternatives.append(variable.key.name);
            if (variable.key.name == name && (anyScope || variable.key.scope == scopeAsked(context))) {
                changes.append({variable.key, std::nullopt});
            }
        }
        if (changes.size() == before) {
            throw Error(unknown);
        }
    }
    const int code = co_await storeVariables(context, project, changes);
    co_return code;
}

} // namespace miaobu::app
