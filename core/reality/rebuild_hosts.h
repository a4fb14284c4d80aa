#pragma once

#include "core/model/routing_entry.h"
#include "core/reality/cloud_picture.h"

#include <QHash>

namespace miaobu {

/// Stores what the routing entries tell of the hosts of projects that are stored here: which deployment answers each, what is a person's own
/// domain and whether it is pinned, what is a preview and whether it has a password. A host that is stored already is left alone.
class RebuildHosts {
public:
    explicit RebuildHosts(const DeployContext& context) : m_context(context) { }

    /// \a branches: those that the previews of deployments follow, as far as manifests tell. \a report hears of what was added.
    QCoro::Task<> adopt(OpenTarget target, QStringList slugs, QHash<DeploymentId, QString> branches,
        std::shared_ptr<RebuildReport> report, std::stop_token stop) const;

private:
    /// One host and what its entry says.
    struct Host {
        QString name;
        RoutingEntry entry;
        Project project;
        Deployment deployment;
    };

    void adoptHost(
        const Target& target, Host host, DeploymentId ofSite, const QString& branch, RebuildReport& report) const;
    void adoptDomain(const Target& target, const Host& host) const;
    void adoptPreview(const Target& target, const Host& host, const QString& name, const QString& branch) const;

    const DeployContext& m_context;
};

} // namespace miaobu
