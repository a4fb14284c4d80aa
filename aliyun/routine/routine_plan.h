#pragma once

#include "core/model/target_config.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace miaobu::aliyun {

/// How long the service is given for what it does after its answer.
struct RoutinePace {
    std::chrono::milliseconds poll = std::chrono::seconds(1);
    std::chrono::milliseconds longest = std::chrono::minutes(5);
};

/// What the routine of a target is called that names none.
inline const QString defaultRoutineName = QStringLiteral("miaobu-router");

/// Which routine is to answer, and where.
struct RoutinePlan {
    QString name;
    QByteArray code; ///< The module, byte for byte
    qint64 siteId = 0;
    QString baseDomain; ///< Without a port
};

/// The routine of a target, with its base domain and namespace put in. Apps are answered from Function Compute's own hosts in the target's
/// region and from nowhere else; a target on this computer is answered from this computer.
[[nodiscard]] RoutinePlan routinePlan(const TargetConfig& config);
/// The routine of an emulator on this computer.
[[nodiscard]] RoutinePlan localRoutinePlan(const QString& baseDomain, const QString& kvNamespace, qint64 siteId);

} // namespace miaobu::aliyun
