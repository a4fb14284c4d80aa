#include "app/cli/await_operation.h"
#include "app/cli/command_table.h"
#include "app/cli/commands.h"
#include "app/cli/preview_password.h"
#include "core/deploy/deployer.h"
#include "core/store/deployment_table.h"
#include "core/store/preview_table.h"
#include "core/store/route_table.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

/// The deployment that answers it; nothing before the first one has gone live.
std::optional<Deployment> deploymentOf(const Services& services, const Preview& preview) {
    const std::optional<Route> route = RouteTable(services.database()).find(preview.host, preview.target);
    return route ? DeploymentTable(services.database()).find(route->deployment) : std::nullopt;
}

int listPreviews(const CommandContext& context, const Project& project) {
    QList<QStringList> rows;
    QJsonArray array;
    for (const Preview& preview : PreviewTable(context.services->database()).ofProject(project.id)) {
        const std::optional<Deployment> deployment = deploymentOf(*context.services, preview);
        const QString number = deployment ? u"#%1"_s.arg(deployment->number) : u"–"_s;
        rows.append({preview.name, preview.branch.isEmpty() ? u"–"_s : preview.branch, number,
            preview.isProtected ? Words::tr("with a password") : Words::tr("open"),
            deployment ? deployment->url : QString()});
        array.append(QJsonObject{{u"name"_s, preview.name}, {u"target"_s, preview.target}, {u"host"_s, preview.host},
            {u"branch"_s, preview.branch}, {u"protected"_s, preview.isProtected},
            {u"deployment"_s, deployment ? QJsonValue(deployment->number) : QJsonValue()},
            {u"url"_s, deployment ? QJsonValue(deployment->url) : QJsonValue()}});
    }
    context.output.line(rows.isEmpty()
            ? Words::tr("No previews. Make one: miaobu deploy SOURCE --slug %1 --preview NAME").arg(project.slug)
            : table(rows));
    context.output.result(array);
    return Succeeded;
}

} // namespace

QCoro::Task<int> runPreviews(CommandContext context) {
    const QString verb = context.arguments.first();
    const QString name = context.arguments.value(2);
    const bool isKnown = (verb == "list"_L1 && name.isEmpty())
        || ((verb == "remove"_L1 || verb == "protect"_L1 || verb == "unprotect"_L1) && !name.isEmpty());
    if (!isKnown) {
        context.output.note(Words::tr("Say previews list SLUG, or previews remove|protect|unprotect SLUG NAME."));
        co_return BadUsage;
    }
    const Project project = projectCalled(*context.services, context.arguments.at(1));
    if (verb == "list"_L1) {
        co_return listPreviews(context, project);
    }
    const QString asked = context.options->value(u"target"_s);
    const QString target = asked.isEmpty() ? project.target : asked;
    Deployer& deployer = context.services->deployer();
    if (verb == "remove"_L1) {
        co_await awaitOperation(&deployer, deployer.removePreview(project.id, target, name));
    } else {
        const QByteArray password = verb == "protect"_L1 ? askedPassword() : QByteArray();
        co_await awaitOperation(&deployer, deployer.protectPreview(project.id, target, name, password));
    }
    context.output.result(
        QJsonObject{{u"name"_s, name}, {u"removed"_s, verb == "remove"_L1}, {u"protected"_s, verb == "protect"_L1}});
    co_return Succeeded;
}

} // namespace miaobu::app
