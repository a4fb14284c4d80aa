#include "app/cli/await_operation.h"
#include "app/cli/command_description.h"
#include "app/cli/setup_lines.h"
#include "app/text/setup_text.h"
#include "core/model/target.h"

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QStringList rowOf(const RoutineVersion& version) {
    QStringList places;
    if (version.isInProduction) {
        places.append(Words::tr("production"));
    }
    if (version.isInStaging) {
        places.append(Words::tr("staging"));
    }
    return {u"  "_s + version.version, version.createdAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s),
        version.isOurs ? Words::tr("this program's") : Words::tr("other code"), places.join(u", "_s)};
}

void tell(const Output& output, const RoutineStatus& status) {
    output.line(routineStatusText(status));
    QList<QStringList> rows;
    for (const RoutineVersion& version : status.versions) {
        rows.append(rowOf(version));
    }
    if (!rows.isEmpty()) {
        output.line(table(rows));
    }
    output.result(toJson(status));
}

} // namespace

QCoro::Task<int> runEdge(CommandContext context) {
    const QString verb = context.arguments.first();
    const bool installs = verb == "install"_L1;
    if (!installs && verb != "status"_L1) {
        context.output.note(Words::tr("“%1” is none of install, status.").arg(verb));
        co_return BadUsage;
    }
    const QString asked = context.options->value(u"target"_s);
    const QString target = asked.isEmpty() ? localTargetName : asked;
    TargetService& service = context.services->targetService();
    RoutineStatus status;
    const QObject listener;
    QObject::connect(&service, &TargetService::routineFound, &listener,
        [&status](OperationId, const RoutineStatus& found) { status = found; });
    QObject::connect(&service, &TargetService::routineStageReached, &listener,
        [&context](OperationId, RoutineStage stage) { context.output.note(routineStageTitle(stage)); });
    const OperationId operation = installs ? service.installRoutine(target) : service.findRoutine(target);
    co_await awaitOperation(&service, operation, context.stop);
    tell(context.output, status);
    co_return Succeeded;
}

} // namespace miaobu::app
