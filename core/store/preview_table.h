#pragma once

#include "core/model/deployment.h"
#include "core/model/preview.h"
#include "core/store/database.h"

#include <QList>
#include <QSet>

#include <optional>

namespace miaobu {

/// The previews of projects, and which deployments were made for them. A cheap view over the database.
class PreviewTable {
public:
    explicit PreviewTable(const Database& database) : m_database(database) { }

    [[nodiscard]] std::optional<Preview> find(ProjectId project, const QString& target, const QString& name) const;
    [[nodiscard]] std::optional<Preview> ofHost(const QString& host, const QString& target) const;
    [[nodiscard]] QList<Preview> ofProject(ProjectId project) const;
    /// One that is there keeps when it was made.
    void put(const Preview& preview) const;
    void remove(ProjectId project, const QString& target, const QString& name) const;

    /// Of which preview \a deployment is; empty: of none.
    [[nodiscard]] QString nameOf(DeploymentId deployment) const;
    void setNameOf(DeploymentId deployment, const QString& name) const;
    /// Every deployment of \a project that was made for a preview.
    [[nodiscard]] QSet<DeploymentId> deploymentsOf(ProjectId project) const;

private:
    const Database& m_database;
};

} // namespace miaobu
