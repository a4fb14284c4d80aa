#include "core/process/command.h"

using namespace Qt::StringLiterals;

namespace miaobu {

Command shellCommand(const QString& line, const QString& workingDirectory, const QProcessEnvironment& environment) {
    Command command;
    command.program = u"/bin/sh"_s;
    command.arguments = {u"-c"_s, line};
    command.workingDirectory = workingDirectory;
    command.environment = environment;
    return command;
}

} // namespace miaobu
