#pragma once

#include "core/model/host_progress.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <algorithm>

namespace miaobu::app {

/// One host on its way to another deployment.
struct HostOnItsWay {
    QString host;
    DeploymentId deployment = 0;
    HostStage stage = HostStage::Writing;
    QDateTime since; ///< UTC; when it came to the stage

    bool operator==(const HostOnItsWay&) const = default;
};

/// The hosts of a project that are being led to another deployment, as they are shown.
struct PropagationView {
    QList<HostOnItsWay> hosts;
    int number = 0; ///< "#43" of what they are led to
    int before = 0; ///< "#42" of what visitors may see until then; 0: nothing
    QDateTime now; ///< UTC

    /// Takes the new stage of a host; the first time, it comes last.
    void take(const HostProgress& progress, const QDateTime& time) {
        if (!hosts.isEmpty() && hosts.constFirst().deployment != progress.deployment) {
            hosts.clear();
        }
        const auto found = std::find_if(
            hosts.begin(), hosts.end(), [&progress](const HostOnItsWay& one) { return one.host == progress.host; });
        const HostOnItsWay taken{progress.host, progress.deployment, progress.stage, time};
        if (found == hosts.end()) {
            hosts.append(taken);
        } else {
            *found = taken;
        }
    }
    [[nodiscard]] bool isOnItsWay() const {
        return std::any_of(hosts.begin(), hosts.end(),
            [](const HostOnItsWay& one) { return one.stage != HostStage::Live && one.stage != HostStage::PutBack; });
    }
    /// Whether a proof takes so long that a person wonders.
    [[nodiscard]] bool isSlow() const {
        constexpr qint64 patience = 4;
        return std::any_of(hosts.begin(), hosts.end(), [this](const HostOnItsWay& one) {
            return one.stage == HostStage::Propagating && one.since.secsTo(now) >= patience;
        });
    }
};

} // namespace miaobu::app
