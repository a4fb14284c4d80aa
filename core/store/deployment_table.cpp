#include "core/store/deployment_table.h"

#include "core/store/deployment_row.h"
#include "core/store/row_values.h"
#include "core/store/transaction.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QString select(QStringView rest) {
    return u"SELECT "_s + deploymentColumns() + u" FROM deployment "_s + rest.toString();
}

QList<Deployment> all(QSqlQuery query) {
    Database::run(query);
    QList<Deployment> deployments;
    while (query.next()) {
        deployments.append(deploymentFromRow(query));
    }
    return deployments;
}

std::optional<Deployment> first(QSqlQuery query) {
    Database::run(query);
    return query.next() ? std::optional(deploymentFromRow(query)) : std::nullopt;
}

/// What SQLite answers for the index deployment_active.
void runRefusingSecondActive(QSqlQuery& query, const Deployment& deployment) {
    try {
        Database::run(query);
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Conflict && error.detail.contains(u"deployment.target"_s)) {
            throw Error(ErrorKind::DeploymentActive, deployment.target);
        }
        throw;
    }
}

} // namespace

std::optional<Deployment> DeploymentTable::find(DeploymentId id) const {
    QSqlQuery query = m_database.prepare(select(u"WHERE id = ?"));
    query.addBindValue(id);
    return first(std::move(query));
}

std::optional<Deployment> DeploymentTable::findByNumber(ProjectId project, int number) const {
    QSqlQuery query = m_database.prepare(select(u"WHERE project = ? AND number = ?"));
    query.addBindValue(project);
    query.addBindValue(number);
    return first(std::move(query));
}

QList<Deployment> DeploymentTable::ofProject(ProjectId project, int limit) const {
    QSqlQuery query = m_database.prepare(select(u"WHERE project = ? ORDER BY number DESC LIMIT ?"));
    query.addBindValue(project);
    query.addBindValue(limit);
    return all(std::move(query));
}

QList<Deployment> DeploymentTable::latestOfEach() const {
    // CROSS JOIN makes SQLite begin with the projects; it would read every deployment otherwise.
    return all(m_database.prepare(u"SELECT "_s + deploymentColumns() + uR"(
        FROM project CROSS JOIN deployment ON deployment.project = project.id
            AND deployment.number
                = (SELECT number FROM deployment WHERE project = project.id AND preview = '' ORDER BY number DESC LIMIT 1))"_s));
}

std::optional<Deployment> DeploymentTable::live(ProjectId project, const QString& target) const {
    QSqlQuery query = m_database.prepare(select(uR"(
        JOIN route ON route.deployment = deployment.id
        WHERE route.project = ? AND route.target = ? AND route.own = 1 AND state = 'live')"));
    query.addBindValue(project);
    query.addBindValue(textValue(target));
    return first(std::move(query));
}

QList<Deployment> DeploymentTable::active() const {
    return all(m_database.prepare(select(u"WHERE state IN ('queued', 'running') ORDER BY +id")));
}

QList<Deployment> DeploymentTable::withBuildKey(
    ProjectId project, const QString& target, const QString& buildKey) const {
    QSqlQuery query = m_database.prepare(select(uR"(
        WHERE project = ? AND target = ? AND build_key = ? AND build_key <> '' AND state IN ('live', 'ready')
        ORDER BY id DESC)"));
    query.addBindValue(project);
    query.addBindValue(textValue(target));
    query.addBindValue(textValue(buildKey));
    return all(std::move(query));
}

int DeploymentTable::nextNumber(ProjectId project) const {
    QSqlQuery numbers = m_database.prepare(u"SELECT coalesce(max(number), 0) + 1 FROM deployment WHERE project = ?"_s);
    numbers.addBindValue(project);
    Database::run(numbers);
    numbers.next();
    return numbers.value(0).toInt();
}

void DeploymentTable::insertRow(const Deployment& deployment, const QString& owner) const {
    QSqlQuery query = m_database.prepare(uR"(
        INSERT INTO deployment
            (id, project, number, target, state, stage, commit_hash, tree, branch, message, author, modified, plan, requested_commit,
            object_prefix, url, created_at, finished_at, file_count, byte_count, bytes_sent, objects_sent, build_reused, pinned,
            failure, app, preview, owner)
        VALUES (:id, :project, :number, :target, :state, :stage, :commit_hash, :tree, :branch, :message, :author, :modified, :plan,
            :requested_commit, :object_prefix, :url, :created_at, :finished_at, :file_count, :byte_count, :bytes_sent,
            :objects_sent, :build_reused, :pinned, :failure, :app, :preview, :owner))"_s);
    bindDeployment(query, deployment);
    query.bindValue(u":owner"_s, textValue(owner));
    runRefusingSecondActive(query, deployment);
}

Deployment DeploymentTable::insert(Deployment deployment, const QString& owner) const {
    Transaction transaction(m_database.connection());
    deployment.number = nextNumber(deployment.project);
    insertRow(deployment, owner);
    transaction.commit();
    return deployment;
}

Deployment DeploymentTable::adopt(Deployment deployment) const {
    Transaction transaction(m_database.connection());
    if (deployment.number <= 0 || findByNumber(deployment.project, deployment.number)) {
        deployment.number = nextNumber(deployment.project);
    }
    insertRow(deployment, {});
    transaction.commit();
    return deployment;
}

void DeploymentTable::update(const Deployment& deployment) const {
    QSqlQuery query = m_database.prepare(uR"(
        UPDATE deployment SET project = :project, number = :number, target = :target, state = :state, stage = :stage,
            commit_hash = :commit_hash, tree = :tree, branch = :branch, message = :message, author = :author, modified = :modified,
            plan = :plan, requested_commit = :requested_commit, object_prefix = :object_prefix, url = :url,
            created_at = :created_at, finished_at = :finished_at, file_count = :file_count, byte_count = :byte_count,
            bytes_sent = :bytes_sent, objects_sent = :objects_sent, build_reused = :build_reused, pinned = :pinned, failure = :failure, app = :app,
            preview = :preview
        WHERE id = :id)"_s);
    bindDeployment(query, deployment);
    runRefusingSecondActive(query, deployment);
    if (query.numRowsAffected() == 0) {
        throw Error(ErrorKind::DeploymentUnknown, QString::number(deployment.id));
    }
}

void DeploymentTable::setField(DeploymentId id, const QString& column, const QVariant& value) const {
    QSqlQuery query = m_database.prepare(u"UPDATE deployment SET "_s + column + u" = ? WHERE id = ?"_s);
    query.addBindValue(value);
    query.addBindValue(id);
    Database::run(query);
}

QVariant DeploymentTable::field(DeploymentId id, const QString& column) const {
    QSqlQuery query = m_database.prepare(u"SELECT "_s + column + u" FROM deployment WHERE id = ?"_s);
    query.addBindValue(id);
    Database::run(query);
    return query.next() ? query.value(0) : QVariant();
}

void DeploymentTable::setPinned(DeploymentId id, bool pinned) const {
    setField(id, u"pinned"_s, pinned);
}

void DeploymentTable::setBuildKey(DeploymentId id, const QString& buildKey) const {
    setField(id, u"build_key"_s, textValue(buildKey));
}

QStringList DeploymentTable::variableNames(DeploymentId id) const {
    QStringList names;
    for (const QJsonValue& name : QJsonDocument::fromJson(field(id, u"variable_names"_s).toString().toUtf8()).array()) {
        names.append(name.toString());
    }
    return names;
}

void DeploymentTable::setVariableNames(DeploymentId id, const QStringList& names) const {
    const QJsonDocument document(QJsonArray::fromStringList(names));
    setField(id, u"variable_names"_s, QString::fromUtf8(document.toJson(QJsonDocument::Compact)));
}

VariableRevisions DeploymentTable::variableRevisions(DeploymentId id) const {
    const QJsonObject object = jsonFrom(field(id, u"variable_revisions"_s));
    VariableRevisions revisions;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        revisions.insert(entry.key(), entry.value().toString());
    }
    return revisions;
}

void DeploymentTable::setVariableRevisions(DeploymentId id, const VariableRevisions& revisions) const {
    QJsonObject object;
    for (auto entry = revisions.begin(); entry != revisions.end(); ++entry) {
        object.insert(entry.key(), entry.value());
    }
    setField(id, u"variable_revisions"_s, jsonValue(object));
}

void DeploymentTable::setStageTimes(DeploymentId id, const StageTimes& times) const {
    QJsonObject object;
    for (std::size_t stage = 0; stage < times.size(); ++stage) {
        if (times.at(stage) >= 0) {
            object.insert(stageName(static_cast<Stage>(stage)), times.at(stage));
        }
    }
    setField(id, u"stage_times"_s, jsonValue(object));
}

QList<StageTimes> DeploymentTable::stageTimes(ProjectId project, const QString& target, int limit) const {
    QSqlQuery query = m_database.prepare(uR"(
        SELECT stage_times FROM deployment WHERE project = ? AND target = ? AND stage_times <> '{}'
        ORDER BY number DESC LIMIT ?)"_s);
    query.addBindValue(project);
    query.addBindValue(textValue(target));
    query.addBindValue(limit);
    Database::run(query);
    QList<StageTimes> all;
    while (query.next()) {
        const QJsonObject object = jsonFrom(query.value(0));
        StageTimes times = noStageTimes;
        for (std::size_t stage = 0; stage < times.size(); ++stage) {
            times.at(stage) = object.value(stageName(static_cast<Stage>(stage))).toInteger(-1);
        }
        all.append(times);
    }
    return all;
}

QString DeploymentTable::owner(DeploymentId id) const {
    return field(id, u"owner"_s).toString();
}

void DeploymentTable::setOwner(DeploymentId id, const QString& owner) const {
    Transaction transaction(m_database.connection());
    setField(id, u"owner"_s, textValue(owner));
    setField(id, u"cancel_requested"_s, false);
    transaction.commit();
}

void DeploymentTable::requestCancel(DeploymentId id) const {
    setField(id, u"cancel_requested"_s, true);
}

QList<DeploymentId> DeploymentTable::cancelRequested() const {
    QSqlQuery query = m_database.prepare(
        u"SELECT id FROM deployment WHERE state IN ('queued', 'running') AND cancel_requested = 1"_s);
    Database::run(query);
    QList<DeploymentId> ids;
    while (query.next()) {
        ids.append(query.value(0).toLongLong());
    }
    return ids;
}

} // namespace miaobu
