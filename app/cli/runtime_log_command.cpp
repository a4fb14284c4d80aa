#include "app/cli/runtime_log_command.h"

#include "app/cli/command_table.h"
#include "app/text/state_text.h"
#include "core/async/sleep.h"
#include "core/log/ansi_spans.h"
#include "core/ports/targets.h"

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu::app {

namespace {

void print(const QByteArray& text, const Output& output) {
    const bool colours = ::isatty(STDOUT_FILENO) == 1;
    for (const QByteArray& line : text.split('\n')) {
        const QString said = QString::fromUtf8(line);
        output.line(colours ? said : withoutAnsi(said));
        output.result(QJsonObject{{u"text"_s, withoutAnsi(said)}});
    }
}

} // namespace

QCoro::Task<int> printRuntimeLog(CommandContext context, Project project) {
    const OpenTarget target = co_await context.services->targets().open(project.target, context.stop);
    if (!target.runtimeLog) {
        context.output.note(
            Words::tr("What a running app says is kept for this computer only; see %1 in the cloud's console.")
                .arg(functionName(project.slug)));
        co_return Failed;
    }
    const bool follows = context.options->isSet(u"follow"_s);
    const QString name = functionName(project.slug);
    QString cursor;
    while (true) {
        const RuntimeLogPiece piece = co_await target.runtimeLog->read(name, cursor, context.stop);
        cursor = piece.cursor;
        if (!piece.text.isEmpty()) {
            print(piece.text.chopped(1), context.output);
        }
        if (!piece.more && !follows) {
            break;
        }
        if (!piece.more) {
            co_await sleepFor(300ms, context.stop);
        }
    }
    co_return Succeeded;
}

} // namespace miaobu::app
