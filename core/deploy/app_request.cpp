#include "core/deploy/app_request.h"

#include "core/deploy/build_reuse.h"
#include "core/model/target.h"
#include "core/model/variable_names.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

QList<EnvironmentVariable> runTimeVariables(const Run& run, int port) {
    QList<EnvironmentVariable> variables;
    for (const EnvironmentVariable& variable : run.variables) {
        if (isReservedVariable(variable.name)) {
            throw Error(ErrorKind::VariableReserved, variable.name);
        }
        if (variable.atRun && variable.name != u"PORT"_s) {
            variables.append(variable);
        }
    }
    variables.append({u"PORT"_s, QString::number(port), false, false, true});
    std::ranges::sort(variables, {}, &EnvironmentVariable::name);
    return variables;
}

QStringList namesOf(const QList<EnvironmentVariable>& variables) {
    QStringList names;
    for (const EnvironmentVariable& variable : variables) {
        names.append(variable.name);
    }
    return names;
}

FunctionSettings functionSettings(const Run& run) {
    FunctionSettings settings = run.project.function;
    if (run.deployment.plan.kind != ProjectKind::Python) {
        settings.way = AppWay::Image;
    }
    return settings;
}

void refuseTargetWithout(const Run& run) {
    if (!run.preview.isEmpty()) {
        throw Error(
            ErrorKind::KindNotSupported, projectKindName(run.deployment.plan.kind), u"a web app has no previews yet"_s);
    }
    if (!run.target.functions) {
        throw Error(ErrorKind::KindNotSupported, projectKindName(run.deployment.plan.kind), run.deployment.target);
    }
    const bool needsRegistry = functionSettings(run).way == AppWay::Image && run.deployment.target != localTargetName;
    if (needsRegistry && !run.target.images) {
        throw Error(ErrorKind::RegistryMissing, run.deployment.target);
    }
}

ImageRequest imageRequest(const Run& run, const QString& source, const ImageSettings& settings, const QString& tag) {
    return {source, run.deployment.plan, run.variables, run.project.slug, tag, settings, run.target.secrets};
}

PackageRequest packageRequest(const Run& run, const QString& source, const ImageSettings& settings) {
    return {source, run.deployment.plan, run.variables, run.project.slug, run.buildFolder() + u"/package"_s, settings,
        run.target.secrets};
}

QString newImageTag(const Deployment& deployment, const QDateTime& now) {
    constexpr int base = 36;
    return u"%1-%2"_s.arg(deployment.number).arg(QString::number(now.toMSecsSinceEpoch(), base));
}

QString packageKey(const Deployment& deployment) {
    return deployment.objectPrefix + u"/.miaobu/code.zip"_s;
}

} // namespace miaobu
