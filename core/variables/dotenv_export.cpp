#include "core/variables/dotenv_export.h"

#include "core/model/dotenv.h"

namespace miaobu {

DotenvExport exportDotenv(const QList<ProjectVariable>& variables, VariableScope environment) {
    DotenvExport result;
    for (const ProjectVariable& variable : variablesFor(variables, environment)) {
        if (variable.secret) {
            result.leftOut.append(variable.key.name);
            result.text += "# " + variable.key.name.toUtf8() + " is secret and not exported.\n";
        } else {
            result.text += writeDotenv({{variable.key.name, variable.value}});
        }
    }
    return result;
}

} // namespace miaobu
