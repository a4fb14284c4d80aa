#pragma once

#include "core/model/deployment.h"
#include "core/model/environment_variable.h"

#include <QMap>
#include <QStringList>

namespace miaobu {

/// Name → value, as a function has them.
using FunctionEnvironment = QMap<QString, QString>;

/// The variable by which a function's environment says which of its variables this program has put there: "NAME,*TOKEN", with an
/// asterisk before a secret. Whatever else is there is somebody else's.
inline const QString ownVariablesName = QStringLiteral("MIAOBU_VARIABLES");
/// The variable that says which deployment a function runs.
inline const QString runningDeploymentName = QStringLiteral("MIAOBU_DEPLOYMENT");

/// What the function of \a deployment is to have, where it has \a present now: \a own, and what of the present ones is somebody else's.
/// What an earlier deployment was given and this one is not goes.
[[nodiscard]] FunctionEnvironment functionEnvironment(
    const FunctionEnvironment& present, const QList<EnvironmentVariable>& own, DeploymentId deployment);

/// The values in \a environment that no log may show.
[[nodiscard]] QStringList secretsIn(const FunctionEnvironment& environment);

/// Which deployment a function with \a environment runs; 0 when it does not say.
[[nodiscard]] DeploymentId deploymentIn(const FunctionEnvironment& environment);

} // namespace miaobu
