#include "core/store/watch_table.h"

#include "core/store/row_values.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QJsonObject toJson(const PushOutcome& outcome) {
    return {{u"verdict"_s, pushVerdictName(outcome.verdict)}, {u"commit"_s, outcome.commit},
        {u"message"_s, outcome.message}, {u"author"_s, outcome.author},
        {u"deployment"_s, QString::number(outcome.deployment)}, {u"at"_s, outcome.at.toString(Qt::ISODateWithMs)}};
}

std::optional<PushOutcome> outcomeFrom(const QJsonObject& json) {
    if (json.value(u"commit"_s).toString().isEmpty()) {
        return std::nullopt;
    }
    return PushOutcome{pushVerdictFromName(json.value(u"verdict"_s).toString()), json.value(u"commit"_s).toString(),
        json.value(u"message"_s).toString(), json.value(u"author"_s).toString(),
        json.value(u"deployment"_s).toString().toLongLong(),
        QDateTime::fromString(json.value(u"at"_s).toString(), Qt::ISODateWithMs)};
}

} // namespace

WatchRecord WatchTable::ofProject(ProjectId project) const {
    QSqlQuery query = m_database.prepare(
        u"SELECT enabled, paths, branches, last_seen, last_deployed, outcome FROM watch WHERE project = ?"_s);
    query.addBindValue(project);
    Database::run(query);
    if (!query.next()) {
        return {};
    }
    return {query.value(0).toBool(), query.value(1).toString().split(u'\n', Qt::SkipEmptyParts),
        query.value(2).toBool(), query.value(3).toString(), query.value(4).toString(),
        outcomeFrom(jsonFrom(query.value(5)))};
}

QList<ProjectId> WatchTable::enabled() const {
    QSqlQuery query = m_database.prepare(u"SELECT project FROM watch WHERE enabled = 1 ORDER BY project"_s);
    Database::run(query);
    QList<ProjectId> projects;
    while (query.next()) {
        projects.append(query.value(0).toLongLong());
    }
    return projects;
}

void WatchTable::setEnabled(ProjectId project, bool enabled) const {
    set(project, u"enabled"_s, enabled);
    if (!enabled) {
        set(project, u"last_seen"_s, textValue({}));
        forgetBranches(project);
    }
}

void WatchTable::setBranches(ProjectId project, bool enabled) const {
    set(project, u"branches"_s, enabled);
    forgetBranches(project);
}

QHash<QString, QString> WatchTable::branchHeads(ProjectId project) const {
    QSqlQuery query = m_database.prepare(u"SELECT branch, commit_hash FROM watch_branch WHERE project = ?"_s);
    query.addBindValue(project);
    Database::run(query);
    QHash<QString, QString> heads;
    while (query.next()) {
        heads.insert(query.value(0).toString(), query.value(1).toString());
    }
    return heads;
}

bool WatchTable::claimBranch(ProjectId project, const QString& branch, const QString& commit) const {
    QSqlQuery query = m_database.prepare(uR"(
        INSERT INTO watch_branch (project, branch, commit_hash) VALUES (?, ?, ?)
        ON CONFLICT (project, branch) DO UPDATE SET commit_hash = excluded.commit_hash
            WHERE commit_hash <> excluded.commit_hash)"_s);
    query.addBindValue(project);
    query.addBindValue(textValue(branch));
    query.addBindValue(textValue(commit));
    Database::run(query);
    return query.numRowsAffected() > 0;
}

void WatchTable::setBranchHead(ProjectId project, const QString& branch, const QString& commit) const {
    if (!commit.isEmpty()) {
        (void)claimBranch(project, branch, commit);
        return;
    }
    QSqlQuery query = m_database.prepare(u"DELETE FROM watch_branch WHERE project = ? AND branch = ?"_s);
    query.addBindValue(project);
    query.addBindValue(textValue(branch));
    Database::run(query);
}

void WatchTable::forgetBranches(ProjectId project) const {
    QSqlQuery query = m_database.prepare(u"DELETE FROM watch_branch WHERE project = ?"_s);
    query.addBindValue(project);
    Database::run(query);
}

void WatchTable::setPaths(ProjectId project, const QStringList& paths) const {
    set(project, u"paths"_s, textValue(paths.join(u'\n')));
}

void WatchTable::setSeen(ProjectId project, const QString& head, const PushOutcome& outcome) const {
    set(project, u"last_seen"_s, textValue(head));
    set(project, u"outcome"_s, jsonValue(toJson(outcome)));
}

bool WatchTable::claim(ProjectId project, const QString& commit) const {
    QSqlQuery query
        = m_database.prepare(u"UPDATE watch SET last_deployed = ? WHERE project = ? AND last_deployed <> ?"_s);
    query.addBindValue(commit);
    query.addBindValue(project);
    query.addBindValue(commit);
    Database::run(query);
    return query.numRowsAffected() > 0;
}

void WatchTable::setLastDeployed(ProjectId project, const QString& commit) const {
    set(project, u"last_deployed"_s, textValue(commit));
}

void WatchTable::set(ProjectId project, const QString& column, const QVariant& value) const {
    QSqlQuery add = m_database.prepare(
        u"INSERT OR IGNORE INTO watch (project, enabled) SELECT id, 0 FROM project WHERE id = ?"_s);
    add.addBindValue(project);
    Database::run(add);
    QSqlQuery query = m_database.prepare(u"UPDATE watch SET %1 = ? WHERE project = ?"_s.arg(column));
    query.addBindValue(value);
    query.addBindValue(project);
    Database::run(query);
}

} // namespace miaobu
