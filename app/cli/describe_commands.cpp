#include "app/cli/command_table.h"
#include "app/cli/completion.h"
#include "app/cli/manual_page.h"
#include "app/help/report.h"
#include "core/ports/targets.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

void print(const QString& text) {
    std::fputs(text.toUtf8().constData(), stdout);
}

} // namespace

QCoro::Task<int> runCompletion(CommandContext context) {
    const QString shell = context.arguments.constFirst();
    if (shell == "bash"_L1) {
        print(bashCompletion(allCommands()));
    } else if (shell == "zsh"_L1) {
        print(zshCompletion(allCommands()));
    } else if (shell == "fish"_L1) {
        print(fishCompletion(allCommands()));
    } else {
        context.output.note(Words::tr("There are completions for bash, zsh and fish."));
        co_return BadUsage;
    }
    co_return Succeeded;
}

QCoro::Task<int> runReport(CommandContext context) {
    const QString report = reportText(context.services->database(), context.services->targets().names(),
        context.services->targetStore(), context.home);
    context.output.line(report);
    context.output.result(QJsonObject{{u"report"_s, report}});
    co_return Succeeded;
}

QCoro::Task<int> runManual(CommandContext) {
    print(manualPage(allCommands(), QCoreApplication::applicationVersion()));
    co_return Succeeded;
}

} // namespace miaobu::app
