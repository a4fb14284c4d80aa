#pragma once

#include "core/model/project.h"
#include "core/store/database.h"

#include <QList>

#include <optional>

namespace miaobu {

/// The projects. A cheap view over the database: make one wherever it is needed.
class ProjectTable {
public:
    explicit ProjectTable(const Database& database) : m_database(database) { }

    /// Pinned first, then by latest deployment, never-deployed last and newest of them first.
    [[nodiscard]] QList<Project> all() const;
    [[nodiscard]] std::optional<Project> find(ProjectId id) const;
    [[nodiscard]] std::optional<Project> findBySlug(const QString& slug) const;
    /// Gives \a project its id and stores it. \throws Error(SlugTaken)
    [[nodiscard]] Project insert(Project project) const;
    /// Stores everything but the slug, which never changes. \throws Error(ProjectUnknown)
    void update(const Project& project) const;
    /// Removes the project with its deployments and routes.
    void remove(ProjectId id) const;

private:
    const Database& m_database;
};

} // namespace miaobu
