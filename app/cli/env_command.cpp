#include "app/cli/await_operation.h"
#include "app/cli/env_commands.h"
#include "app/text/variable_text.h"
#include "core/variables/variable_check.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

using Verb = QCoro::Task<int> (*)(CommandContext);

Verb verbCalled(const QString& name) {
    static const QHash<QString, Verb> verbs{
        {u"list"_s, listVariables},
        {u"set"_s, setVariables},
        {u"unset"_s, unsetVariables},
        {u"import"_s, importVariables},
        {u"export"_s, exportVariables},
        {u"diff"_s, compareVariables},
    };
    return verbs.value(name, nullptr);
}

} // namespace

QList<OptionDescription> envOptions() {
    return {
        {"secret", nullptr,
            [] { return Words::tr("Encrypts the value (set, import); so is what set NAME asks for."); }},
        {"plain", nullptr, [] { return Words::tr("Stores the value readable (set, import); so is NAME=value."); }},
        {"production", nullptr, [] { return Words::tr("Only for deployments that go live."); }},
        {"preview", nullptr, [] { return Words::tr("Only for previews."); }},
        {"build", nullptr, [] { return Words::tr("Only for install and build."); }},
        {"run", nullptr, [] { return Words::tr("Only for the running app."); }},
        {"value-file", "FILE", [] { return Words::tr("Reads the value from a file (set)."); }},
    };
}

VariableScope scopeAsked(const CommandContext& context) {
    const bool production = context.options->isSet(u"production"_s);
    if (production == context.options->isSet(u"preview"_s)) {
        return VariableScope::Both;
    }
    return production ? VariableScope::Production : VariableScope::Preview;
}

VariableScope environmentAsked(const CommandContext& context) {
    return scopeAsked(context) == VariableScope::Preview ? VariableScope::Preview : VariableScope::Production;
}

VariableDraft withOptions(VariableDraft draft, const CommandContext& context) {
    const bool build = context.options->isSet(u"build"_s);
    const bool run = context.options->isSet(u"run"_s);
    if (build || run) {
        draft.atBuild = build;
        draft.atRun = run;
    }
    if (context.options->isSet(u"secret"_s) || context.options->isSet(u"plain"_s)) {
        draft.secret = context.options->isSet(u"secret"_s);
    }
    return draft;
}

QCoro::Task<int> storeVariables(CommandContext context, Project project, QList<VariableChange> changes) {
    VariableService& service = context.services->variableService();
    co_await awaitOperation(&service, service.apply(project.id, changes), context.stop);
    for (const VariableChange& change : changes) {
        if (const auto concern = change.after ? concernOf(change.after->key.name) : std::nullopt) {
            context.output.note(change.after->key.name + u": "_s + concernText(*concern));
        }
    }
    const qsizetype bytes = runTimeBytes(variablesFor(service.list(project.id), VariableScope::Production));
    if (bytes > runTimeVariablesLimit) {
        context.output.note(tooManyBytesText(bytes));
    }
    context.output.line(changes.isEmpty() ? Words::tr("Nothing had to be changed.")
                                          : Words::tr("Stored %n change(s). They apply from the next deployment on.",
                                                nullptr, static_cast<int>(changes.size())));
    context.output.result(QJsonObject{{u"changes"_s, changes.size()}});
    co_return Succeeded;
}

QCoro::Task<int> runEnv(CommandContext context) {
    const Verb verb = verbCalled(context.arguments.first());
    if (!verb) {
        context.output.note(
            Words::tr("“%1” is none of list, set, unset, import, export, diff.").arg(context.arguments.first()));
        co_return BadUsage;
    }
    if (context.options->isSet(u"secret"_s) && context.options->isSet(u"plain"_s)) {
        context.output.note(Words::tr("--secret and --plain exclude each other."));
        co_return BadUsage;
    }
    const int code = co_await verb(context);
    co_return code;
}

} // namespace miaobu::app
