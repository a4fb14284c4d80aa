#include "core/store/preview_table.h"

#include "core/store/row_values.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

const QString selectPreviews = u"SELECT project, target, name, host, branch, protected, created_at FROM preview "_s;

QList<Preview> all(QSqlQuery query) {
    Database::run(query);
    QList<Preview> previews;
    while (query.next()) {
        previews.append({query.value(0).toLongLong(), query.value(1).toString(), query.value(2).toString(),
            query.value(3).toString(), query.value(4).toString(), query.value(5).toBool(), timeFrom(query.value(6))});
    }
    return previews;
}

std::optional<Preview> first(QSqlQuery query) {
    const QList<Preview> previews = all(std::move(query));
    return previews.isEmpty() ? std::nullopt : std::optional(previews.first());
}

} // namespace

std::optional<Preview> PreviewTable::find(ProjectId project, const QString& target, const QString& name) const {
    QSqlQuery query = m_database.prepare(selectPreviews + u"WHERE project = ? AND target = ? AND name = ?"_s);
    query.addBindValue(project);
    query.addBindValue(textValue(target));
    query.addBindValue(textValue(name));
    return first(std::move(query));
}

std::optional<Preview> PreviewTable::ofHost(const QString& host, const QString& target) const {
    QSqlQuery query = m_database.prepare(selectPreviews + u"WHERE host = ? AND target = ?"_s);
    query.addBindValue(textValue(host));
    query.addBindValue(textValue(target));
    return first(std::move(query));
}

QList<Preview> PreviewTable::ofProject(ProjectId project) const {
    QSqlQuery query = m_database.prepare(selectPreviews + u"WHERE project = ? ORDER BY created_at, name, target"_s);
    query.addBindValue(project);
    return all(std::move(query));
}

void PreviewTable::put(const Preview& preview) const {
    QSqlQuery query = m_database.prepare(uR"(
        INSERT INTO preview (project, target, name, host, branch, protected, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (project, target, name) DO UPDATE SET host = excluded.host, branch = excluded.branch,
            protected = excluded.protected)"_s);
    query.addBindValue(preview.project);
    query.addBindValue(textValue(preview.target));
    query.addBindValue(textValue(preview.name));
    query.addBindValue(textValue(preview.host));
    query.addBindValue(textValue(preview.branch));
    query.addBindValue(preview.isProtected);
    query.addBindValue(timeValue(preview.createdAt));
    Database::run(query);
}

void PreviewTable::remove(ProjectId project, const QString& target, const QString& name) const {
    QSqlQuery query = m_database.prepare(u"DELETE FROM preview WHERE project = ? AND target = ? AND name = ?"_s);
    query.addBindValue(project);
    query.addBindValue(textValue(target));
    query.addBindValue(textValue(name));
    Database::run(query);
}

} // namespace miaobu
