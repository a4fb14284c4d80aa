#pragma once

#include "core/model/deployment.h"
#include "core/store/database.h"

#include <QList>

#include <optional>

namespace miaobu {

/// A deployment that GitHub was told of.
struct GitHubReport {
    DeploymentId deployment = 0;
    ProjectId project = 0;
    QString host; ///< GitHubHost::name
    QString repository; ///< "owner/name"
    qint64 number = 0; ///< GitHub's
    QString environment;
    QString lastState; ///< As GitHub calls it; empty: none was sent yet.

    bool operator==(const GitHubReport&) const = default;
};

/// What GitHub was told of. The rows outlive their project. A cheap view over the database.
class GitHubReportTable {
public:
    explicit GitHubReportTable(const Database& database) : m_database(database) { }

    [[nodiscard]] std::optional<GitHubReport> find(DeploymentId deployment) const;
    /// Newest first.
    [[nodiscard]] QList<GitHubReport> ofProject(ProjectId project) const;
    /// Those that GitHub takes for waiting or being under way.
    [[nodiscard]] QList<GitHubReport> open() const;
    void put(const GitHubReport& report) const;
    void remove(DeploymentId deployment) const;

private:
    const Database& m_database;
};

} // namespace miaobu
