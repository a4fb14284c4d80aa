#include "app/cli/domain_output.h"

#include "app/cli/command_description.h"
#include "app/text/domain_text.h"
#include "core/domains/domain_records.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QJsonValue timeOrNull(const QDateTime& time) {
    return time.isValid() ? QJsonValue(time.toString(Qt::ISODate)) : QJsonValue();
}

QJsonObject toJson(const DnsAnswer& answer) {
    const bool isFailed = answer.outcome == DnsAnswer::Outcome::Failed;
    return {{u"source"_s, answer.place == DnsAnswer::Place::System ? u"system"_s : answer.source},
        {u"authoritative"_s, answer.place == DnsAnswer::Place::Authority}, {u"reached"_s, !isFailed},
        {u"aliases"_s, QJsonArray::fromStringList(answer.aliases)},
        {u"values"_s, QJsonArray::fromStringList(answer.values)}, {u"fits"_s, answer.fits}};
}

QJsonObject toJson(const DomainRecord& record) {
    return {{u"type"_s, record.type}, {u"name"_s, record.name}, {u"shortName"_s, record.shortName},
        {u"value"_s, record.value}};
}

} // namespace

QJsonObject toJson(const CustomDomain& domain) {
    QJsonArray answers;
    for (const DnsAnswer& answer : domain.report.answers) {
        answers.append(toJson(answer));
    }
    QJsonArray records;
    for (const DomainRecord& record : recordsOf(domain)) {
        records.append(toJson(record));
    }
    const std::optional<DomainRecord> missing = missingRecord(domain);
    return {{u"host"_s, domain.host}, {u"target"_s, domain.target}, {u"state"_s, domainStateName(domain.state)},
        {u"stage"_s, domainStageName(domain.stage)}, {u"problem"_s, domainProblemName(domain.report.problem)},
        {u"left"_s,
            domain.state == DomainState::Removing ? QJsonValue(domainRemovalName(domain.removal)) : QJsonValue()},
        {u"expected"_s, missing ? QJsonValue(missing->value) : QJsonValue()}, {u"found"_s, domain.report.found},
        {u"detail"_s, domain.report.detail}, {u"answers"_s, answers}, {u"records"_s, records},
        {u"needsIcp"_s, domain.needsIcp ? QJsonValue(*domain.needsIcp) : QJsonValue()},
        {u"certificateExpiry"_s, timeOrNull(domain.certificateExpiry)}, {u"checkedAt"_s, timeOrNull(domain.checkedAt)},
        {u"nextCheckAt"_s, timeOrNull(domain.nextCheckAt)}};
}

QJsonObject toJson(const ProjectHost& host) {
    QJsonObject object = host.domain ? toJson(*host.domain)
                                     : QJsonObject{{u"host"_s, host.route.host}, {u"target"_s, host.route.target}};
    object.insert(u"own"_s, host.route.own);
    object.insert(u"deployment"_s, host.number == 0 ? QJsonValue() : QJsonValue(host.number));
    object.insert(u"serves"_s, host.route.autoUpdate ? u"latest"_s : u"pinned"_s);
    object.insert(u"preview"_s, host.preview ? QJsonValue(host.preview->name) : QJsonValue());
    object.insert(u"behind"_s, host.isBehind);
    return object;
}

void printRecords(const Output& output, const CustomDomain& domain) {
    QList<QStringList> rows;
    for (const DomainRecord& record : recordsOf(domain)) {
        rows.append({record.type, record.name, record.value});
    }
    if (!rows.isEmpty()) {
        output.note(Words::tr("Records at your DNS provider:"));
        output.note(table(rows));
    }
}

void printState(const Output& output, const CustomDomain& domain) {
    output.note(domain.host + u": "_s + domainStateTitle(domain));
    if (const QString text = domainProblemText(domain); !text.isEmpty()) {
        output.note(u"  "_s + text);
    }
    const bool isSaid = domain.report.problem == DomainProblem::Failed; // With the problem
    const QString filing = domain.stage == DomainStage::Ownership ? icpText(domain) : QString();
    for (const QString& text : {isSaid ? QString() : domain.report.detail, filing, zoneText(domain)}) {
        if (!text.isEmpty()) {
            output.note(u"  "_s + text);
        }
    }
    if (canBeWritten(domain)) {
        output.note(u"  "_s + Words::tr("Its zone is in this account: with --write, verify writes the record."));
    }
    if (!domain.report.found.isEmpty()) {
        output.note(u"  "_s + Words::tr("Found: %1").arg(domain.report.found));
    }
    QStringList asked;
    for (const DnsAnswer& answer : domain.report.answers) {
        const bool isFailed = answer.outcome == DnsAnswer::Outcome::Failed;
        asked.append((answer.fits ? u"✓ "_s : isFailed ? u"? "_s : u"✕ "_s) + sourceTitle(answer));
    }
    if (!asked.isEmpty()) {
        output.note(u"  "_s + asked.join(u"  "_s));
    }
}

} // namespace miaobu::app
