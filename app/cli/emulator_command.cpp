#include "app/cli/command_table.h"
#include "app/cli/commands.h"
#include "app/services_emulator.h"

#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

/// The description for people, without the keys.
QString describe(const QJsonObject& info) {
    return Words::tr("Running: sites at http://NAME.localhost:%1, process %2.")
        .arg(info.value(u"sitePort"_s).toInt())
        .arg(info.value(u"pid"_s).toInteger());
}

/// The number of --port; 0 for what is none.
int portIn(const QString& text) {
    bool isNumber = false;
    const int port = text.toInt(&isNumber);
    return isNumber && port >= 1 && port <= 65535 ? port : 0;
}

} // namespace

QCoro::Task<int> runEmulatorCommand(CommandContext context) {
    const QString verb = context.arguments.value(0, u"status"_s);
    if (verb == "start"_L1) {
        const std::optional<int> port = context.options->isSet(u"port"_s)
            ? std::optional(portIn(context.options->value(u"port"_s)))
            : std::nullopt;
        if (port == 0) {
            context.output.note(Words::tr("--port takes a number from 1 to 65535."));
            co_return BadUsage;
        }
        const QJsonObject info = co_await startEmulator(context.home, context.program, port, context.stop);
        if (port && info.value(u"sitePort"_s).toInt() != *port) {
            const QString text = QString::number(*port);
            throw Error(ErrorKind::InvalidInput, u"--port "_s + text,
                Words::tr(
                    "The emulator runs already, with its sites at port %1. End it first with “miaobu emulator stop”.")
                    .arg(info.value(u"sitePort"_s).toInt()));
        }
        context.output.line(describe(info));
        context.output.result(info);
        co_return Succeeded;
    }
    if (verb == "stop"_L1) {
        co_await stopEmulator(context.home, context.program, context.stop);
        context.output.line(Words::tr("Stopped."));
        context.output.result(QJsonObject{{u"running"_s, false}});
        co_return Succeeded;
    }
    if (verb == "status"_L1) {
        const std::optional<QJsonObject> info = runningEmulator(context.home, context.program);
        context.output.line(info ? describe(*info) : Words::tr("Not running."));
        context.output.result(info.value_or(QJsonObject{{u"running"_s, false}}));
        co_return Succeeded;
    }
    context.output.note(Words::tr("“%1” is none of run, start, stop, status.").arg(verb));
    co_return BadUsage;
}

} // namespace miaobu::app
