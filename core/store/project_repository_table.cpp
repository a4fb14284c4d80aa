#include "core/store/project_repository_table.h"

#include "core/store/row_values.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

ProjectRepository fromRow(const QSqlQuery& row) {
    return {
        .project = row.value(0).toLongLong(),
        .host = row.value(1).toString(),
        .repository = row.value(2).toLongLong(),
        .fullName = row.value(3).toString(),
    };
}

} // namespace

std::optional<ProjectRepository> ProjectRepositoryTable::ofProject(ProjectId project) const {
    QSqlQuery query = m_database.prepare(
        u"SELECT project, host, repository, full_name FROM project_repository WHERE project = ?"_s);
    query.addBindValue(project);
    Database::run(query);
    return query.next() ? std::optional(fromRow(query)) : std::nullopt;
}

QList<ProjectRepository> ProjectRepositoryTable::all() const {
    QSqlQuery query
        = m_database.prepare(u"SELECT project, host, repository, full_name FROM project_repository ORDER BY project"_s);
    Database::run(query);
    QList<ProjectRepository> links;
    while (query.next()) {
        links.append(fromRow(query));
    }
    return links;
}

QHash<qint64, int> ProjectRepositoryTable::imported(const QString& host) const {
    QHash<qint64, int> counts;
    for (const ProjectRepository& link : all()) {
        if (link.host == host) {
            ++counts[link.repository];
        }
    }
    return counts;
}

void ProjectRepositoryTable::put(const ProjectRepository& link) const {
    QSqlQuery query = m_database.prepare(
        u"INSERT OR REPLACE INTO project_repository (project, host, repository, full_name) VALUES (?, ?, ?, ?)"_s);
    query.addBindValue(link.project);
    query.addBindValue(textValue(link.host));
    query.addBindValue(link.repository);
    query.addBindValue(textValue(link.fullName));
    Database::run(query);
}

} // namespace miaobu
