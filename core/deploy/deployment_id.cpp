#include "core/deploy/deployment_id.h"

#include <QRandomGenerator>

#include <algorithm>

namespace miaobu {

DeploymentId newDeploymentId(const QDateTime& now, DeploymentId previous) {
    constexpr qint64 epoch = 1'577'836'800'000; // 2020-01-01T00:00:00Z
    constexpr qint64 range = 4096;
    const qint64 chance = QRandomGenerator::system()->bounded(static_cast<quint32>(range));
    return std::max((now.toMSecsSinceEpoch() - epoch) * range + chance, previous + 1);
}

} // namespace miaobu
