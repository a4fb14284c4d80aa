#pragma once

#include "core/deploy/context.h"
#include "core/deploy/function_switch.h"
#include "core/deploy/manifest_store.h"
#include "core/deploy/routing.h"

namespace miaobu {

/// Lets another deployment answer hosts: promote and roll back. One entry per host, nothing is built or uploaded. The function of a
/// web app is pointed at what that deployment ran, with the variables it had; as a project has one function, all of its hosts follow.
class Promotion {
public:
    explicit Promotion(const DeployContext& context);

    /// A host that fails is answered as before and keeps no other from changing.
    /// \throws Error(DeploymentPurged) when its files are not all there, (VariableUnreadable) when a variable it ran with was not kept, what
    /// FunctionSwitch throws, and what Routing threw first, with the hosts that failed as alternatives.
    QCoro::Task<> promote(Project project, QList<Route> routes, Deployment deployment) const;
    /// Lets \a deployment answer a host that does not lead to the edge yet: the entry is written and read back, and not proved.
    /// \throws what Routing throws; then the entry is as before.
    QCoro::Task<> connectHost(OpenTarget target, Project project, Route route, Deployment deployment) const;

private:
    QCoro::Task<> promoteHosts(OpenTarget target, Project project, QList<Route> routes, Deployment deployment) const;
    QCoro::Task<> promoteHost(OpenTarget target, Project project, Route route, Deployment deployment) const;

    const DeployContext& m_context;
    FunctionSwitch m_functions;
};

/// The one to go back to from the deployment that answers the project's own host on \a target: the newest complete one before it.
/// Nothing when there is none.
[[nodiscard]] std::optional<Deployment> previousComplete(
    const DeployContext& context, ProjectId project, const QString& target);

} // namespace miaobu
