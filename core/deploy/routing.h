#pragma once

#include "core/deploy/deploy_types.h"
#include "core/ports/targets.h"

#include <QCoro/QCoroTask>

#include <functional>
#include <optional>

namespace miaobu {

/// One host that is to be answered by another deployment.
struct HostSwitch {
    OpenTarget target;
    QString host;
    RoutingEntry entry; ///< What is to be written.
    std::optional<RoutingEntry> previous; ///< What claimHost() found.
    std::function<void(HostStage)> reached = [](HostStage) { };
};

/// The steps that change who answers a host. Once begun they go on to an end: none of them is cancellable.
class Routing {
public:
    using Note = std::function<void(const QString&)>;

    explicit Routing(const DeployLimits& limits) : m_limits(limits) { }

    /// Reads the entry of \a host. \throws Error(SlugTaken) when it belongs to another project.
    QCoro::Task<std::optional<RoutingEntry>> claimHost(OpenTarget target, QString host, QString slug) const;
    /// Writes the entry and reads it back until it is there. \throws Error(RouteNotConfirmed)
    QCoro::Task<> write(HostSwitch change) const;
    /// Drops what the edge keeps of \a hosts. A failure is tried again, then noted: it makes nobody see a wrong site for long.
    QCoro::Task<> purge(OpenTarget target, QStringList hosts, Note note) const;
    /// Asks the edge as a visitor until the new deployment answers several times in a row; until then other answers are what an eventually
    /// consistent edge gives. Where there were some, what the edge has kept of them is dropped. \throws Error(ProofFailed)
    QCoro::Task<> prove(HostSwitch change, Note note) const;
    /// Puts the previous entry back after write() or prove() failed, so that what was served before goes on being served. Also when the
    /// entry was read back and only the proof is missing: longer than the edge may take nobody has seen the new site, and a deployment that
    /// is said to have failed must not come up later. Leaves alone an entry that somebody else has written meanwhile. Never throws.
    QCoro::Task<> restore(HostSwitch change, Note note) const;
    /// write(), purge() and prove(), and restore() when one of them fails.
    QCoro::Task<> change(HostSwitch change, Note note) const;

private:
    /// \returns whether another deployment, or none, has answered before.
    QCoro::Task<bool> awaitGoodAnswers(HostSwitch change, Note note) const;
    QCoro::Task<bool> isWritten(HostSwitch change) const;
    QCoro::Task<> putBack(HostSwitch change) const;

    DeployLimits m_limits;
};

} // namespace miaobu
