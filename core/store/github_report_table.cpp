#include "core/store/github_report_table.h"

#include "core/store/row_values.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

const QString columns = u"deployment, project, host, repository, number, environment, last_state"_s;

GitHubReport fromRow(const QSqlQuery& row) {
    return {row.value(0).toLongLong(), row.value(1).toLongLong(), row.value(2).toString(), row.value(3).toString(),
        row.value(4).toLongLong(), row.value(5).toString(), row.value(6).toString()};
}

} // namespace

std::optional<GitHubReport> GitHubReportTable::find(DeploymentId deployment) const {
    QSqlQuery query = m_database.prepare(u"SELECT "_s + columns + u" FROM github_report WHERE deployment = ?"_s);
    query.addBindValue(deployment);
    Database::run(query);
    return query.next() ? std::optional(fromRow(query)) : std::nullopt;
}

QList<GitHubReport> GitHubReportTable::ofProject(ProjectId project) const {
    QSqlQuery query = m_database.prepare(
        u"SELECT "_s + columns + u" FROM github_report WHERE project = ? ORDER BY deployment DESC"_s);
    query.addBindValue(project);
    Database::run(query);
    QList<GitHubReport> reports;
    while (query.next()) {
        reports.append(fromRow(query));
    }
    return reports;
}

QList<GitHubReport> GitHubReportTable::open() const {
    QSqlQuery query = m_database.prepare(u"SELECT "_s + columns
        + u" FROM github_report WHERE last_state IN ('', 'queued', 'in_progress') ORDER BY deployment"_s);
    Database::run(query);
    QList<GitHubReport> reports;
    while (query.next()) {
        reports.append(fromRow(query));
    }
    return reports;
}

void GitHubReportTable::put(const GitHubReport& report) const {
    QSqlQuery query
        = m_database.prepare(u"INSERT OR REPLACE INTO github_report (%1) VALUES (?, ?, ?, ?, ?, ?, ?)"_s.arg(columns));
    query.addBindValue(report.deployment);
    query.addBindValue(report.project);
    query.addBindValue(textValue(report.host));
    query.addBindValue(textValue(report.repository));
    query.addBindValue(report.number);
    query.addBindValue(textValue(report.environment));
    query.addBindValue(textValue(report.lastState));
    Database::run(query);
}

void GitHubReportTable::remove(DeploymentId deployment) const {
    QSqlQuery query = m_database.prepare(u"DELETE FROM github_report WHERE deployment = ?"_s);
    query.addBindValue(deployment);
    Database::run(query);
}

} // namespace miaobu
