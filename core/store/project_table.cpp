#include "core/store/project_table.h"

#include "core/store/row_values.h"
#include "core/store/transaction.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

const QString columns
    = u"project.id, slug, name, source_kind, source_location, source_branch, project.target, overrides, "
      "project.plan, project.created_at, project.pinned, source_submodules, project.function"_s;

Project fromRow(const QSqlQuery& row) {
    return {
        .id = row.value(0).toLongLong(),
        .slug = row.value(1).toString(),
        .name = row.value(2).toString(),
        .source = {row.value(3).toString() == u"git"_s ? SourceKind::Git : SourceKind::Folder, row.value(4).toString(),
            row.value(5).toString(), row.value(11).toBool()},
        .target = row.value(6).toString(),
        .overrides = buildOverridesFromJson(jsonFrom(row.value(7))),
        .plan = buildPlanFromJson(jsonFrom(row.value(8))),
        .createdAt = timeFrom(row.value(9)),
        .function = functionSettingsFromJson(jsonFrom(row.value(12))),
        .pinned = row.value(10).toBool(),
    };
}

void bindEditable(QSqlQuery& query, const Project& project) {
    query.bindValue(u":name"_s, textValue(project.name));
    query.bindValue(u":kind"_s, project.source.kind == SourceKind::Git ? u"git"_s : u"folder"_s);
    query.bindValue(u":location"_s, textValue(project.source.location));
    query.bindValue(u":branch"_s, textValue(project.source.branch));
    query.bindValue(u":submodules"_s, project.source.submodules);
    query.bindValue(u":target"_s, textValue(project.target));
    query.bindValue(u":overrides"_s, jsonValue(toJson(project.overrides)));
    query.bindValue(u":plan"_s, jsonValue(toJson(project.plan)));
    query.bindValue(u":function"_s, jsonValue(toJson(project.function)));
    query.bindValue(u":pinned"_s, project.pinned);
}

std::optional<Project> first(QSqlQuery query) {
    Database::run(query);
    return query.next() ? std::optional(fromRow(query)) : std::nullopt;
}

} // namespace

QList<Project> ProjectTable::all() const {
    QSqlQuery query = m_database.prepare(u"SELECT "_s + columns + uR"(
        FROM project LEFT JOIN deployment
            ON deployment.project = project.id
            AND deployment.number = (SELECT max(number) FROM deployment WHERE project = project.id)
        ORDER BY project.pinned DESC, deployment.created_at DESC NULLS LAST, project.created_at DESC)"_s);
    Database::run(query);
    QList<Project> projects;
    while (query.next()) {
        projects.append(fromRow(query));
    }
    return projects;
}

std::optional<Project> ProjectTable::find(ProjectId id) const {
    QSqlQuery query = m_database.prepare(u"SELECT "_s + columns + u" FROM project WHERE id = ?"_s);
    query.addBindValue(id);
    return first(std::move(query));
}

std::optional<Project> ProjectTable::findBySlug(const QString& slug) const {
    QSqlQuery query = m_database.prepare(u"SELECT "_s + columns + u" FROM project WHERE slug = ?"_s);
    query.addBindValue(textValue(slug));
    return first(std::move(query));
}

Project ProjectTable::insert(Project project) const {
    Transaction transaction(m_database.connection());
    if (findBySlug(project.slug)) {
        throw Error(ErrorKind::SlugTaken, project.slug);
    }
    QSqlQuery query = m_database.prepare(uR"(
        INSERT INTO project
            (slug, name, source_kind, source_location, source_branch, source_submodules, target, overrides, plan,
                function, created_at, pinned)
        VALUES (:slug, :name, :kind, :location, :branch, :submodules, :target, :overrides, :plan, :function, :created, :pinned)
        RETURNING id)"_s);
    bindEditable(query, project);
    query.bindValue(u":slug"_s, textValue(project.slug));
    query.bindValue(u":created"_s, timeValue(project.createdAt));
    Database::run(query);
    query.next();
    project.id = query.value(0).toLongLong();
    query.finish();
    transaction.commit();
    return project;
}

void ProjectTable::update(const Project& project) const {
    QSqlQuery query = m_database.prepare(uR"(
        UPDATE project SET name = :name, source_kind = :kind, source_location = :location, source_branch = :branch,
            source_submodules = :submodules, target = :target, overrides = :overrides, plan = :plan,
            function = :function, pinned = :pinned
        WHERE id = :id)"_s);
    bindEditable(query, project);
    query.bindValue(u":id"_s, project.id);
    Database::run(query);
    if (query.numRowsAffected() == 0) {
        throw Error(ErrorKind::ProjectUnknown, project.slug);
    }
}

void ProjectTable::remove(ProjectId id) const {
    QSqlQuery query = m_database.prepare(u"DELETE FROM project WHERE id = ?"_s);
    query.addBindValue(id);
    Database::run(query);
}

} // namespace miaobu
