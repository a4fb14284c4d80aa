#include "core/model/project_variable.h"

using namespace Qt::StringLiterals;

namespace miaobu {

QString variableScopeName(VariableScope scope) {
    switch (scope) {
    case VariableScope::Production:
        return u"production"_s;
    case VariableScope::Preview:
        return u"preview"_s;
    case VariableScope::Both:
        break;
    }
    return u"both"_s;
}

VariableScope variableScopeFromName(const QString& name) {
    for (const VariableScope scope : {VariableScope::Production, VariableScope::Preview}) {
        if (variableScopeName(scope) == name) {
            return scope;
        }
    }
    return VariableScope::Both;
}

QList<ProjectVariable> variablesFor(const QList<ProjectVariable>& variables, VariableScope environment) {
    QMap<QString, ProjectVariable> chosen;
    for (const ProjectVariable& variable : variables) {
        const bool isOwn = variable.key.scope == environment;
        if (isOwn || (variable.key.scope == VariableScope::Both && !chosen.contains(variable.key.name))) {
            chosen.insert(variable.key.name, variable);
        }
    }
    return chosen.values();
}

} // namespace miaobu
