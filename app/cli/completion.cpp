#include "app/cli/completion.h"

using namespace Qt::StringLiterals;

namespace miaobu::app {

QList<OptionDescription> completeOptions(const CommandDescription& command) {
    QList<OptionDescription> options = command.options;
    options.append({"json", nullptr, [] { return Words::tr("Prints the result as JSON."); }});
    options.append({"help", nullptr, [] { return Words::tr("Shows this help."); }});
    return options;
}

QString projectsCommand() {
    return uR"(miaobu projects --json 2>/dev/null | grep -o '"slug":"[^"]*"' | cut -d'"' -f4)"_s;
}

} // namespace miaobu::app
