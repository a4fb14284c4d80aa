#pragma once

#include "core/deploy/context.h"
#include "core/deploy/function_switch.h"
#include "core/deploy/manifest_store.h"

#include <QSet>

namespace miaobu {

/// Which of a project's deployments on one target (newest first) are to lose their files: complete ones beyond the newest \a keep,
/// never one that answers a host, never a pinned one.
[[nodiscard]] QList<Deployment> deploymentsToPurge(
    const QList<Deployment>& deployments, const QList<Route>& routes, int keep);

/// Whether a deployment that did not become complete may have left files in the store. Once a later one is live nobody needs them;
/// an empty prefix says that they are gone.
[[nodiscard]] bool hasLeftovers(const Deployment& deployment);

/// Removes the files and images of old deployments; their records stay, as Purged. And what failed ones have left behind.
class Retention {
public:
    explicit Retention(const DeployContext& context);

    /// Leaves those in \a spared until the next time: an edge that has not followed a switch yet still serves what was there before.
    /// \throws what the target throws; what was done stays done.
    QCoro::Task<> apply(OpenTarget target, ProjectId project, QSet<DeploymentId> spared, std::stop_token stop) const;
    /// Removes the files and the image of one deployment that is not complete. \throws Error(DeploymentProtected) when a host's entry names it.
    QCoro::Task<> removeFiles(OpenTarget target, Deployment deployment, std::stop_token stop) const;

private:
    const DeployContext& m_context;
    FunctionSwitch m_functions;
};

} // namespace miaobu
