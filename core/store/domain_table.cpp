#include "core/store/domain_table.h"

#include "core/async/error.h"
#include "core/store/row_values.h"
#include "core/store/transaction.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

const QString selectDomains = uR"(
    SELECT host, target, project, below_base, token, state, stage, removal, report, needs_icp, cname_target,
        verification_host, verification_text, hostname_id, certificate_expiry, own_records, created_at, checked_at,
        next_check_at, attempts, warned_expiry, own_zone, zone_missing FROM domain )"_s;

QStringList listFrom(const QVariant& value) {
    QStringList list;
    for (const QJsonValue& one : QJsonDocument::fromJson(value.toString().toUtf8()).array()) {
        list.append(one.toString());
    }
    return list;
}

QString listText(const QStringList& list) {
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

CustomDomain fromRow(const QSqlQuery& query) {
    CustomDomain domain;
    domain.host = query.value(0).toString();
    domain.target = query.value(1).toString();
    domain.project = query.value(2).toLongLong();
    domain.isBelowBase = query.value(3).toBool();
    domain.token = query.value(4).toString();
    domain.state = domainStateFromName(query.value(5).toString());
    domain.stage = domainStageFromName(query.value(6).toString());
    domain.removal = domainRemovalFromName(query.value(7).toString());
    domain.report = domainReportFromJson(jsonFrom(query.value(8)));
    domain.needsIcp = query.value(9).isNull() ? std::nullopt : std::optional(query.value(9).toBool());
    domain.cnameTarget = query.value(10).toString();
    domain.verificationHost = query.value(11).toString();
    domain.verificationText = query.value(12).toString();
    domain.hostnameId = query.value(13).toLongLong();
    domain.certificateExpiry = timeFrom(query.value(14));
    domain.ownRecords = listFrom(query.value(15));
    domain.createdAt = timeFrom(query.value(16));
    domain.checkedAt = timeFrom(query.value(17));
    domain.nextCheckAt = timeFrom(query.value(18));
    domain.attempts = query.value(19).toInt();
    domain.warnedExpiry = timeFrom(query.value(20));
    domain.ownZone = query.value(21).toString();
    domain.zoneMissing = listFrom(query.value(22));
    return domain;
}

QList<CustomDomain> every(QSqlQuery query) {
    Database::run(query);
    QList<CustomDomain> domains;
    while (query.next()) {
        domains.append(fromRow(query));
    }
    return domains;
}

/// What changes, in the order of the statements below.
void bindState(QSqlQuery& query, const CustomDomain& domain) {
    query.addBindValue(domain.isBelowBase);
    query.addBindValue(textValue(domain.token));
    query.addBindValue(domainStateName(domain.state));
    query.addBindValue(domainStageName(domain.stage));
    query.addBindValue(domainRemovalName(domain.removal));
    query.addBindValue(jsonValue(toJson(domain.report)));
    query.addBindValue(domain.needsIcp ? QVariant(*domain.needsIcp) : QVariant());
    query.addBindValue(textValue(domain.cnameTarget));
    query.addBindValue(textValue(domain.verificationHost));
    query.addBindValue(textValue(domain.verificationText));
    query.addBindValue(domain.hostnameId);
    query.addBindValue(timeValue(domain.certificateExpiry));
    query.addBindValue(listText(domain.ownRecords));
    query.addBindValue(timeValue(domain.createdAt));
    query.addBindValue(timeValue(domain.checkedAt));
    query.addBindValue(timeValue(domain.nextCheckAt));
    query.addBindValue(domain.attempts);
    query.addBindValue(timeValue(domain.warnedExpiry));
    query.addBindValue(textValue(domain.ownZone));
    query.addBindValue(listText(domain.zoneMissing));
}

} // namespace

std::optional<CustomDomain> DomainTable::find(const QString& host, const QString& target) const {
    QSqlQuery query = m_database.prepare(selectDomains + u"WHERE host = ? AND target = ?"_s);
    query.addBindValue(textValue(host));
    query.addBindValue(textValue(target));
    const QList<CustomDomain> domains = every(std::move(query));
    return domains.isEmpty() ? std::nullopt : std::optional(domains.first());
}

QList<CustomDomain> DomainTable::ofProject(ProjectId project) const {
    QSqlQuery query = m_database.prepare(selectDomains + u"WHERE project = ? ORDER BY created_at, host, target"_s);
    query.addBindValue(project);
    return every(std::move(query));
}

QList<CustomDomain> DomainTable::all() const {
    return every(m_database.prepare(selectDomains + u"ORDER BY created_at, host, target"_s));
}

void DomainTable::insert(const CustomDomain& domain) const {
    Transaction transaction(m_database.connection());
    if (find(domain.host, domain.target)) {
        throw Error(ErrorKind::DomainTaken, domain.host);
    }
    QSqlQuery query = m_database.prepare(uR"(
        INSERT INTO domain (below_base, token, state, stage, removal, report, needs_icp, cname_target,
            verification_host, verification_text, hostname_id, certificate_expiry, own_records, created_at, checked_at,
            next_check_at, attempts, warned_expiry, own_zone, zone_missing, host, target, project)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s);
    bindState(query, domain);
    query.addBindValue(textValue(domain.host));
    query.addBindValue(textValue(domain.target));
    query.addBindValue(domain.project);
    Database::run(query);
    transaction.commit();
}

void DomainTable::update(const CustomDomain& domain) const {
    QSqlQuery query = m_database.prepare(uR"(
        UPDATE domain SET below_base = ?, token = ?, state = ?, stage = ?, removal = ?, report = ?, needs_icp = ?,
            cname_target = ?, verification_host = ?, verification_text = ?, hostname_id = ?, certificate_expiry = ?,
            own_records = ?, created_at = ?, checked_at = ?, next_check_at = ?, attempts = ?, warned_expiry = ?, own_zone = ?,
            zone_missing = ?
        WHERE host = ? AND target = ?)"_s);
    bindState(query, domain);
    query.addBindValue(textValue(domain.host));
    query.addBindValue(textValue(domain.target));
    Database::run(query);
}

void DomainTable::remove(const QString& host, const QString& target) const {
    QSqlQuery query = m_database.prepare(u"DELETE FROM domain WHERE host = ? AND target = ?"_s);
    query.addBindValue(textValue(host));
    query.addBindValue(textValue(target));
    Database::run(query);
}

bool DomainTable::hold(const QString& host, const QString& target, const QString& holder, const QDateTime& now,
    const QDateTime& until) const {
    QSqlQuery query = m_database.prepare(uR"(
        UPDATE domain SET holder = ?, held_until = ? WHERE host = ? AND target = ?
            AND (holder = '' OR holder = ? OR held_until < ?))"_s);
    query.addBindValue(holder);
    query.addBindValue(timeValue(until));
    query.addBindValue(textValue(host));
    query.addBindValue(textValue(target));
    query.addBindValue(holder);
    query.addBindValue(timeValue(now));
    Database::run(query);
    return query.numRowsAffected() > 0;
}

void DomainTable::release(const QString& host, const QString& target, const QString& holder) const {
    QSqlQuery query = m_database.prepare(
        u"UPDATE domain SET holder = '', held_until = 0 WHERE host = ? AND target = ? AND holder = ?"_s);
    query.addBindValue(textValue(host));
    query.addBindValue(textValue(target));
    query.addBindValue(holder);
    Database::run(query);
}

} // namespace miaobu
