#pragma once

#include "core/model/github_repository.h"
#include "core/model/project.h"
#include "core/store/database.h"

#include <QHash>

#include <optional>

namespace miaobu {

/// Which repository each project was imported from. A cheap view over the database.
class ProjectRepositoryTable {
public:
    explicit ProjectRepositoryTable(const Database& database) : m_database(database) { }

    [[nodiscard]] std::optional<ProjectRepository> ofProject(ProjectId project) const;
    [[nodiscard]] QList<ProjectRepository> all() const;
    /// How many projects each repository of \a host has, by its id.
    [[nodiscard]] QHash<qint64, int> imported(const QString& host) const;
    /// \throws Error(Conflict) when there is no such project
    void put(const ProjectRepository& link) const;

private:
    const Database& m_database;
};

} // namespace miaobu
