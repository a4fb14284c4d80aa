#pragma once

#include "core/deploy/context.h"
#include "core/deploy/routing.h"
#include "core/model/routing_entry.h"
#include "core/ports/host_ownership.h"

namespace miaobu {

/// Members of a routing entry beside those that every entry has.
namespace entrymember {
inline const QString gate = QStringLiteral("gate"); ///< What a password is checked with
inline const QString noindex = QStringLiteral("noindex"); ///< A preview: robots stay away.
inline const QString pinned = QStringLiteral("pinned");
inline const QString ownership = QStringLiteral("ownership"); ///< CustomDomain::token
} // namespace entrymember

/// The entry that lets \a deployment answer a host; what \a previous says beside it stays.
[[nodiscard]] RoutingEntry entryFor(const Deployment& deployment, const QString& slug,
    const std::optional<RoutingEntry>& previous, const QDateTime& now);

/// Puts into \a entry what only a host of a person's own has, so that it can be told from the entry alone on another computer: what its
/// owner's TXT record holds, and that it is pinned. Does nothing for the project's own host.
void markDomain(const DeployContext& context, const Route& route, RoutingEntry& entry);

/// The beginning of letting \a deployment answer \a host, which tells how far it is; the entries are still to be put in.
[[nodiscard]] HostSwitch hostSwitch(
    const DeployContext& context, const OpenTarget& target, const QString& host, const Deployment& deployment);

/// Proves that \a host may be changed: a name below the base domain is the site's own, a person's own domain has to be theirs still.
/// \throws Error(OwnershipLost)
QCoro::Task<> proveHost(HostOwnership* ownership, Target target, QString host);

/// Stores, at once, that \a route was proved, that \a finished is complete (where it has just become so), and what follows: a complete
/// deployment is Live while it answers any host, and Ready otherwise.
void recordRoute(const DeployContext& context, const Route& route, const std::optional<Deployment>& finished = {});

/// Stores that nothing of \a project answers \a host any more, and what follows.
void forgetRoute(const DeployContext& context, ProjectId project, const QString& host, const QString& target);

} // namespace miaobu
