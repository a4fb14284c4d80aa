#include "core/store/variable_table.h"

#include "core/store/row_values.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

StoredVariable fromRow(const QSqlQuery& row) {
    StoredVariable stored;
    stored.variable = {
        .key = {row.value(0).toString(), variableScopeFromName(row.value(1).toString())},
        .value = row.value(2).toString(),
        .secret = !row.value(3).isNull(),
        .atBuild = row.value(4).toBool(),
        .atRun = row.value(5).toBool(),
        .revision = row.value(6).toString(),
        .updatedAt = timeFrom(row.value(7)),
    };
    stored.sealed = row.value(3).toByteArray();
    return stored;
}

} // namespace

QList<StoredVariable> VariableTable::ofProject(ProjectId project) const {
    QSqlQuery query = m_database.prepare(uR"(
        SELECT name, scope, value, sealed, at_build, at_run, revision, updated_at FROM variable
        WHERE project = ? ORDER BY name, scope)"_s);
    query.addBindValue(project);
    Database::run(query);
    QList<StoredVariable> variables;
    while (query.next()) {
        variables.append(fromRow(query));
    }
    return variables;
}

void VariableTable::put(ProjectId project, const StoredVariable& stored) const {
    const ProjectVariable& variable = stored.variable;
    QSqlQuery query = m_database.prepare(uR"(
        INSERT OR REPLACE INTO variable (project, name, scope, value, sealed, at_build, at_run, revision, updated_at)
        VALUES (:project, :name, :scope, :value, :sealed, :at_build, :at_run, :revision, :updated_at))"_s);
    query.bindValue(u":project"_s, project);
    query.bindValue(u":name"_s, textValue(variable.key.name));
    query.bindValue(u":scope"_s, variableScopeName(variable.key.scope));
    query.bindValue(u":value"_s, variable.secret ? QVariant() : textValue(variable.value));
    query.bindValue(u":sealed"_s, variable.secret ? QVariant(stored.sealed) : QVariant());
    query.bindValue(u":at_build"_s, variable.atBuild);
    query.bindValue(u":at_run"_s, variable.atRun);
    query.bindValue(u":revision"_s, textValue(variable.revision));
    query.bindValue(u":updated_at"_s, timeValue(variable.updatedAt));
    Database::run(query);
}

void VariableTable::remove(ProjectId project, const VariableKey& key) const {
    QSqlQuery query = m_database.prepare(u"DELETE FROM variable WHERE project = ? AND name = ? AND scope = ?"_s);
    query.addBindValue(project);
    query.addBindValue(textValue(key.name));
    query.addBindValue(variableScopeName(key.scope));
    Database::run(query);
}

} // namespace miaobu
