#include "core/model/function_environment.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QStringList marked(const FunctionEnvironment& environment) {
    return environment.value(ownVariablesName).split(u',', Qt::SkipEmptyParts);
}

bool isSecret(const QString& mark) {
    return mark.startsWith(u'*');
}

QString nameIn(const QString& mark) {
    return isSecret(mark) ? mark.sliced(1) : mark;
}

} // namespace

FunctionEnvironment functionEnvironment(
    const FunctionEnvironment& present, const QList<EnvironmentVariable>& own, DeploymentId deployment) {
    FunctionEnvironment environment = present;
    for (const QString& mark : marked(present)) {
        environment.remove(nameIn(mark));
    }
    QStringList marks;
    for (const EnvironmentVariable& variable : own) {
        environment.insert(variable.name, variable.value);
        marks.append(variable.secret ? u'*' + variable.name : variable.name);
    }
    environment.insert(ownVariablesName, marks.join(u','));
    environment.insert(runningDeploymentName, QString::number(deployment));
    return environment;
}

QStringList secretsIn(const FunctionEnvironment& environment) {
    QStringList values;
    for (const QString& mark : marked(environment)) {
        if (isSecret(mark)) {
            values.append(environment.value(nameIn(mark)));
        }
    }
    return values;
}

DeploymentId deploymentIn(const FunctionEnvironment& environment) {
    return environment.value(runningDeploymentName).toLongLong();
}

} // namespace miaobu
