#include "app/cli/await_operation.h"
#include "app/cli/command_table.h"
#include "app/cli/commands.h"
#include "app/text/state_text.h"
#include "core/deploy/deployer.h"
#include "core/model/target.h"
#include "core/store/deployment_table.h"
#include "core/store/project_table.h"
#include "core/store/route_table.h"

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

/// Prints which deployment answers now, and its address last.
void report(const CommandContext& context, const Project& project, const QString& target) {
    const std::optional<Deployment> live = DeploymentTable(context.services->database()).live(project.id, target);
    if (live) {
        context.output.note(Words::tr("%1 is served by deployment #%2.").arg(project.slug).arg(live->number));
        context.output.line(live->url);
        context.output.result(toJson(*live));
    }
}

/// A host as a person types it: "blog.localhost:4680" and "http://blog.localhost/" mean blog.localhost.
QString hostOf(const QString& text) {
    const QUrl url = QUrl::fromUserInput(text);
    return url.host().isEmpty() ? text : url.host();
}

/// Prints how far each host is, for as long as \a listener lives.
void printHosts(const Deployer& deployer, const Output& output, const QObject* listener) {
    QObject::connect(&deployer, &Deployer::hostProgressed, listener, [output](const HostProgress& progress) {
        output.note(progress.host + u": "_s + hostStageTitle(progress.stage));
    });
}

} // namespace

QCoro::Task<int> runRollback(CommandContext context) {
    const Project project = projectCalled(*context.services, context.arguments.first());
    const QString wanted = context.arguments.value(1);
    const Deployment deployment
        = wanted.isEmpty() ? Deployment() : deploymentCalled(*context.services, project, wanted);
    Deployer& deployer = context.services->deployer();
    const QObject listener;
    printHosts(deployer, context.output, &listener);
    co_await awaitOperation(&deployer, deployer.rollBack(project.id, deployment.id));
    report(context, project, deployment.id ? deployment.target : project.target);
    co_return Succeeded;
}

QCoro::Task<int> runPromote(CommandContext context) {
    const QString host = hostOf(context.arguments.first());
    const QList<Route> routes = RouteTable(context.services->database()).ofHost(host);
    if (routes.isEmpty()) {
        throw Error(ErrorKind::HostUnknown, host);
    }
    const std::optional<Project> project = ProjectTable(context.services->database()).find(routes.first().project);
    if (!project) {
        throw Error(ErrorKind::HostUnknown, host);
    }
    const Deployment deployment = deploymentCalled(*context.services, *project, context.arguments.at(1));
    Deployer& deployer = context.services->deployer();
    const QObject listener;
    printHosts(deployer, context.output, &listener);
    co_await awaitOperation(&deployer, deployer.promote(host, deployment.id));
    report(context, *project, deployment.target);
    co_return Succeeded;
}

} // namespace miaobu::app
