#pragma once

#include "core/model/manifest.h"
#include "core/reality/cloud_picture.h"

namespace miaobu {

/// Stores what the manifests in a bucket tell, for a new computer or for what another computer has made. What is stored already is left alone.
class Rebuild {
public:
    explicit Rebuild(const DeployContext& context) : m_context(context) { }

    /// Every project of the bucket. One that cannot be read is skipped and told. \throws what listing the bucket and the entries throws
    QCoro::Task<RebuildReport> everything(OpenTarget target, std::stop_token stop) const;
    /// One project with what answers for it; \a report hears of it. \throws Error(NotFound) when no manifest of it can be used
    QCoro::Task<> project(
        OpenTarget target, QString slug, std::shared_ptr<RebuildReport> report, std::stop_token stop) const;
    /// One deployment of a project that is stored here. \throws Error(NotFound) without a manifest, what checkManifest() throws
    QCoro::Task<Deployment> deployment(OpenTarget target, Project project, DeploymentId id, std::stop_token stop) const;

private:
    struct Found {
        QList<Manifest> manifests; ///< Oldest first
        QList<DeploymentId> known; ///< Stored here already
    };

    QCoro::Task<Manifest> readManifest(
        OpenTarget target, QString slug, DeploymentId id, FileSizes files, std::stop_token stop) const;
    QCoro::Task<Found> findManifests(
        OpenTarget target, QString slug, std::shared_ptr<RebuildReport> report, std::stop_token stop) const;
    void store(const Target& target, const QString& slug, const Found& found, RebuildReport& report) const;

    const DeployContext& m_context;
};

} // namespace miaobu
