#pragma once

#include "app/cli/commands.h"

#include <QCoreApplication>
#include <QList>

namespace miaobu::app {

/// The translation context of the command line.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::Words)
};

using CommandFunction = QCoro::Task<int> (*)(CommandContext);
using Summary = QString (*)();

struct OptionDescription {
    const char* name;
    const char* value; ///< What its value is called; null for a switch.
    Summary summary;
};

struct CommandDescription {
    const char* name;
    const char* arguments; ///< As the help shows them.
    int fewest; ///< Positional arguments
    int most;
    bool needsServices;
    CommandFunction function;
    Summary summary;
    QList<OptionDescription> options;
};

} // namespace miaobu::app
