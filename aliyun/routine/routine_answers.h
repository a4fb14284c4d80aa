#pragma once

#include "core/ports/routine_host.h"

#include <QJsonObject>

namespace miaobu::aliyun {

/// The versions that answer in each environment; more than one while the traffic is split.
struct RoutineDeployments {
    QStringList staging;
    QStringList production;
};

/// Reads the answer of GetRoutine. \throws Error(MalformedResponse) for a version that is neither text nor a whole number
[[nodiscard]] RoutineDeployments routineDeployments(const QJsonObject& answer);

/// Reads a page of ListRoutineCodeVersions. \throws Error(MalformedResponse)
[[nodiscard]] QList<RoutineVersion> routineVersions(const QJsonObject& answer);

} // namespace miaobu::aliyun
