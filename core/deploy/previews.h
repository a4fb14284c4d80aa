#pragma once

#include "core/deploy/context.h"
#include "core/deploy/routing.h"
#include "core/store/preview_table.h"

namespace miaobu {

/// Puts into \a entry, which is to be written for \a host, what a preview's has beside the deployment: that robots stay away. Does nothing for
/// another host. \throws Error(InvalidInput) rather than show one without its password that has one
void markPreview(const DeployContext& context, const QString& target, const QString& host, RoutingEntry& entry);
/// \throws Error(RoutineOutdated, subject its name) where the edge's program is not one that asks for passwords
QCoro::Task<> requireGateKeeper(OpenTarget target, RoutingEntry entry);

/// What is done with previews beside deploying them.
class Previews {
public:
    explicit Previews(const DeployContext& context) : m_context(context) { }

    /// Takes its host away; the deployments stay until retention removes them. Removing what is not there is no failure.
    QCoro::Task<> remove(Project project, Preview preview) const;
    /// Puts a password in front of it, another one, or none for an empty \a gate.
    QCoro::Task<> protect(Project project, Preview preview, QByteArray password) const;

private:
    const DeployContext& m_context;
};

} // namespace miaobu
