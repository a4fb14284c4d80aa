#include "app/cli/command_table.h"
#include "app/cli/commands.h"
#include "app/cli/runtime_log_command.h"
#include "app/text/state_text.h"
#include "core/async/sleep.h"
#include "core/deploy/deployer.h"
#include "core/log/ansi_spans.h"
#include "core/log/log_reader.h"
#include "core/store/deployment_table.h"

#include <QJsonArray>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu::app {

namespace {

constexpr qint64 linesAtOnce = 5000;

QString channelName(LogChannel channel) {
    switch (channel) {
    case LogChannel::Note:
        return u"note"_s;
    case LogChannel::Output:
        return u"output"_s;
    case LogChannel::ErrorOutput:
        break;
    }
    return u"error"_s;
}

QJsonObject toJson(const LogLine& line) {
    return {
        {u"number"_s, line.number},
        {u"time"_s, QDateTime::fromMSecsSinceEpoch(line.time, Qt::UTC).toString(Qt::ISODateWithMs)},
        {u"stage"_s, stageName(line.stage)},
        {u"channel"_s, channelName(line.channel)},
        {u"text"_s, withoutAnsi(line.text)},
    };
}

/// Prints the lines from \a next on, one a line (with --json an object a line), and gives the number of the one after them.
qint64 printFrom(const LogReader& reader, qint64 next, const Output& output) {
    const bool colours = ::isatty(STDOUT_FILENO) == 1;
    while (next <= reader.lineCount()) {
        const QList<LogLine> lines = reader.lines(next, linesAtOnce);
        if (lines.isEmpty()) {
            break;
        }
        for (const LogLine& line : lines) {
            output.line(colours ? line.text : withoutAnsi(line.text));
            output.result(toJson(line));
        }
        next += lines.size();
    }
    return next;
}

} // namespace

QCoro::Task<int> runLogs(CommandContext context) {
    const Project project = projectCalled(*context.services, context.arguments.first());
    if (context.options->isSet(u"runtime"_s)) {
        co_return co_await printRuntimeLog(context, project);
    }
    const DeploymentTable deployments(context.services->database());
    Deployment deployment;
    if (const QString wanted = context.arguments.value(1); !wanted.isEmpty()) {
        deployment = deploymentCalled(*context.services, project, wanted);
    } else if (const QList<Deployment> newest = deployments.ofProject(project.id, 1); !newest.isEmpty()) {
        deployment = newest.first();
    } else {
        context.output.note(Words::tr("%1 was not deployed yet.").arg(project.slug));
        co_return Failed;
    }
    LogReader reader(logFile(context.home, deployment.id));
    qint64 next = printFrom(reader, 1, context.output);
    while (context.options->isSet(u"follow"_s) && isActive(deployment.state)) {
        co_await sleepFor(100ms, context.stop);
        const std::optional<Deployment> now = deployments.find(deployment.id);
        deployment.state = now ? now->state : DeploymentState::Purged;
        if (reader.refresh() == LogReader::Change::Rewritten) {
            next = reader.lineCount() + 1;
        }
        next = printFrom(reader, next, context.output);
    }
    co_return Succeeded;
}

} // namespace miaobu::app
