#include "app/cli/command_description.h"
#include "app/cli/commands.h"
#include "app/cli/github_commands.h"
#include "app/cli/source_argument.h"
#include "app/text/state_text.h"
#include "core/async/completion.h"
#include "core/deploy/source_inspector.h"
#include "core/detect/node_version.h"

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

struct Inspected {
    std::optional<Inspection> inspection;
    std::optional<Error> error;
};

/// Asks the inspector and waits for its one answer.
QCoro::Task<Inspection> inspectSource(
    SourceInspector* inspector, Source source, QString rootDirectory, std::stop_token stop) {
    auto outcome = std::make_shared<Inspected>();
    const Completion done;
    const QObject listener;
    QObject::connect(inspector, &SourceInspector::inspected, &listener, [outcome, done](const Inspection& inspection) {
        outcome->inspection = inspection;
        done.complete();
    });
    QObject::connect(inspector, &SourceInspector::failed, &listener, [outcome, done](const Error& error) {
        outcome->error = error;
        done.complete();
    });
    inspector->inspect(source, rootDirectory);
    {
        const std::stop_callback onStop(stop, [inspector, outcome, done] {
            inspector->cancel();
            outcome->error = Error(ErrorKind::Cancelled);
            done.complete();
        });
        co_await done;
    }
    if (outcome->error) {
        throw Error(*outcome->error);
    }
    co_return *outcome->inspection;
}

QString describe(const BuildPlan& plan) {
    const QList<std::pair<QString, QString>> values{
        {u"framework"_s, plan.framework},
        {u"packageManager"_s, plan.packageManager},
        {u"installCommand"_s, plan.installCommand},
        {u"buildCommand"_s, plan.buildCommand},
        {u"outputDir"_s, plan.outputDir},
        {u"rootDirectory"_s, plan.rootDirectory},
        {u"nodeVersion"_s, plan.nodeVersion},
        {u"pythonVersion"_s, plan.pythonVersion},
        {u"appModule"_s, plan.appModule},
        {u"startCommand"_s, plan.startCommand},
    };
    QList<QStringList> rows{{u"kind"_s, kindTitle(plan.kind), plan.reasons.value(u"kind"_s)}};
    for (const auto& [key, value] : values) {
        if (!value.isEmpty()) {
            rows.append({key, value, plan.reasons.value(key)});
        }
    }
    if (!plan.appCandidates.isEmpty()) {
        rows.append({u"appCandidates"_s, plan.appCandidates.join(u", "_s), Words::tr("chosen with deploy --app")});
    }
    if (!plan.apps.isEmpty()) {
        rows.append({u"apps"_s, plan.apps.join(u", "_s), plan.reasons.value(u"apps"_s)});
    }
    return table(rows);
}

} // namespace

QCoro::Task<int> runDetect(CommandContext context) {
    const QString argument = context.arguments.first();
    const std::optional<NamedRepository> named = co_await findNamedRepository(context, argument);
    const Source source = named ? named->source : sourceFromArgument(argument);
    const QString root = context.options->value(u"root"_s);
    const Inspection inspection = co_await inspectSource(&context.services->inspector(), source, root, context.stop);
    context.output.line(describe(inspection.plan));
    BuildPlan printed = inspection.plan;
    // Scripts want the version to install; the range it was taken from stays in the reason.
    printed.nodeVersion = nodeMajor(printed.nodeVersion);
    context.output.result(miaobu::toJson(printed));
    co_return Succeeded;
}

} // namespace miaobu::app
