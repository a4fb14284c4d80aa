#include "core/store/removal_table.h"

#include "core/store/row_values.h"
#include "core/store/transaction.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QVariant errorValue(const std::optional<Error>& error) {
    if (!error) {
        return {};
    }
    return jsonValue({{u"kind"_s, errorKindName(error->kind)}, {u"subject"_s, error->subject},
        {u"detail"_s, error->detail}, {u"requestId"_s, error->requestId}});
}

std::optional<Error> errorFrom(const QVariant& value) {
    if (value.isNull()) {
        return std::nullopt;
    }
    const QJsonObject object = jsonFrom(value);
    Error error(errorKindFromName(object.value(u"kind"_s).toString()), object.value(u"subject"_s).toString(),
        object.value(u"detail"_s).toString());
    error.requestId = object.value(u"requestId"_s).toString();
    return error;
}

} // namespace

QList<RemovalStep> RemovalTable::ofProject(ProjectId project) const {
    QSqlQuery query = m_database.prepare(
        u"SELECT target, part, subject, state, error FROM removal_step WHERE project = ? ORDER BY position"_s);
    query.addBindValue(project);
    Database::run(query);
    QList<RemovalStep> steps;
    while (query.next()) {
        steps.append({query.value(0).toString(), removalPartFromName(query.value(1).toString()),
            query.value(2).toString(), removalStateFromName(query.value(3).toString()), errorFrom(query.value(4))});
    }
    return steps;
}

bool RemovalTable::isBeingRemoved(ProjectId project) const {
    QSqlQuery query = m_database.prepare(u"SELECT 1 FROM removal_step WHERE project = ? LIMIT 1"_s);
    query.addBindValue(project);
    Database::run(query);
    return query.next();
}

QList<ProjectId> RemovalTable::projects() const {
    QSqlQuery query = m_database.prepare(u"SELECT DISTINCT project FROM removal_step ORDER BY project"_s);
    Database::run(query);
    QList<ProjectId> projects;
    while (query.next()) {
        projects.append(query.value(0).toLongLong());
    }
    return projects;
}

void RemovalTable::put(ProjectId project, const QList<RemovalStep>& steps) const {
    Transaction transaction(m_database.connection());
    remove(project);
    for (int position = 0; position < steps.size(); ++position) {
        const RemovalStep& step = steps.at(position);
        QSqlQuery query = m_database.prepare(uR"(
            INSERT INTO removal_step (project, position, target, part, subject, state, error)
            SELECT id, ?, ?, ?, ?, ?, ? FROM project WHERE id = ?)"_s);
        query.addBindValue(position);
        query.addBindValue(textValue(step.target));
        query.addBindValue(removalPartName(step.part));
        query.addBindValue(textValue(step.subject));
        query.addBindValue(removalStateName(step.state));
        query.addBindValue(errorValue(step.error));
        query.addBindValue(project);
        Database::run(query);
    }
    transaction.commit();
}

void RemovalTable::update(ProjectId project, int position, const RemovalStep& step) const {
    QSqlQuery query
        = m_database.prepare(u"UPDATE removal_step SET state = ?, error = ? WHERE project = ? AND position = ?"_s);
    query.addBindValue(removalStateName(step.state));
    query.addBindValue(errorValue(step.error));
    query.addBindValue(project);
    query.addBindValue(position);
    Database::run(query);
}

void RemovalTable::remove(ProjectId project) const {
    QSqlQuery query = m_database.prepare(u"DELETE FROM removal_step WHERE project = ?"_s);
    query.addBindValue(project);
    Database::run(query);
}

} // namespace miaobu
