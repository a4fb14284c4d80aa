#include "app/cli/await_operation.h"
#include "app/cli/command_description.h"
#include "app/cli/setup_lines.h"
#include "app/cli/target_commands.h"
#include "core/model/target.h"

#include <QFile>

#include <unistd.h>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QCoro::Task<QList<SetupStep>> planOf(CommandContext context, QString name) {
    TargetService& service = context.services->targetService();
    QList<SetupStep> steps;
    const QObject listener;
    QObject::connect(&service, &TargetService::planned, &listener,
        [&steps](OperationId, const QList<SetupStep>& planned) { steps = planned; });
    co_await awaitOperation(&service, service.plan(name), context.stop);
    QList<SetupStep> found = steps;
    co_return found;
}

/// The steps as they ended; every change is told on the way.
QCoro::Task<QList<SetupStep>> carryOut(CommandContext context, QString name) {
    TargetService& service = context.services->targetService();
    QList<SetupStep> ended;
    const QObject listener;
    QObject::connect(
        &service, &TargetService::setupChanged, &listener, [&ended, &context](OperationId, const SetupStep& step) {
            if (step.state == SetupStep::State::Running) {
                context.output.note(setupLine(step));
            } else {
                ended.append(step);
                context.output.line(setupLine(step));
            }
        });
    co_await awaitOperation(&service, service.setUp(name), context.stop);
    QList<SetupStep> steps = ended;
    co_return steps;
}

bool hasState(const QList<SetupStep>& steps, SetupStep::State state) {
    return std::ranges::any_of(steps, [state](const SetupStep& step) { return step.state == state; });
}

bool isAllThere(const QList<SetupStep>& steps) {
    return std::ranges::all_of(steps, [](const SetupStep& step) { return step.state == SetupStep::State::Present; });
}

bool confirmed() {
    if (::isatty(STDIN_FILENO) != 1) {
        return false;
    }
    std::fputs(Words::tr("Type “yes” to go on: ").toUtf8().constData(), stderr);
    QFile input;
    return input.open(stdin, QIODevice::ReadOnly) && QString::fromUtf8(input.readLine()).trimmed() == "yes"_L1;
}

void report(const CommandContext& context, const QList<SetupStep>& steps, bool isDone) {
    context.output.result(QJsonObject{{u"steps"_s, toJson(steps)}, {u"done"_s, isDone}});
}

} // namespace

QCoro::Task<int> setUpTarget(CommandContext context) {
    const QString name = context.arguments.value(1);
    if (name.isEmpty() || name == localTargetName) {
        context.output.note(name.isEmpty() ? Words::tr("Which target? miaobu target setup NAME")
                                           : Words::tr("This computer needs no account."));
        co_return BadUsage;
    }
    const QList<SetupStep> plan = co_await planOf(context, name);
    for (const SetupStep& step : plan) {
        context.output.line(setupLine(step));
    }
    if (hasState(plan, SetupStep::State::Blocked) || hasState(plan, SetupStep::State::Failed)) {
        context.output.note(Words::tr("Nothing was changed."));
        report(context, plan, false);
        co_return Failed;
    }
    if (!isAllThere(plan) && !context.options->isSet(u"yes"_s) && !confirmed()) {
        context.output.note(Words::tr("Nothing was changed. With --yes it is made without a question."));
        report(context, plan, false);
        co_return BadUsage;
    }
    const QList<SetupStep> steps = co_await carryOut(context, name);
    context.output.line(Words::tr("%1 is ready to deploy to.").arg(name));
    report(context, steps, true);
    co_return Succeeded;
}

} // namespace miaobu::app
