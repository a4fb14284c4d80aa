#pragma once

#include "core/model/routing_entry.h"

#include <QCoro/QCoroTask>
#include <QStringList>

#include <optional>
#include <stop_token>

namespace miaobu {

/// What the edge answered for a host, asked as a visitor would ask.
struct EdgeAnswer {
    int status = 0; ///< HTTP status of "/"
    DeploymentId deployment = 0; ///< Which deployment answered; 0 when the answer does not say.
};

/// Decides which deployment answers a host. Throws Error; Error(Cancelled) once stop was requested.
class EdgeRouter {
public:
    virtual ~EdgeRouter() = default;

    virtual QCoro::Task<> writeEntry(QString host, RoutingEntry entry, std::stop_token stop) = 0;
    virtual QCoro::Task<std::optional<RoutingEntry>> readEntry(QString host, std::stop_token stop) = 0;
    /// Every host that has an entry, whoever wrote it.
    virtual QCoro::Task<QStringList> hosts(std::stop_token stop) = 0;
    /// Removing an entry that is not there is no failure.
    virtual QCoro::Task<> removeEntry(QString host, std::stop_token stop) = 0;
    /// Drops what the edge has cached for \a hosts.
    virtual QCoro::Task<> purge(QStringList hosts, std::stop_token stop) = 0;
    /// One request to the edge for \a host, past every cache.
    virtual QCoro::Task<EdgeAnswer> ask(QString host, std::stop_token stop) = 0;
};

} // namespace miaobu
