#include "core/model/custom_domain.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

template <typename Value> struct Named {
    Value value;
    QLatin1StringView name;
};

using Problem = DomainProblem;

constexpr std::array stages{
    Named<DomainStage>{DomainStage::Icp, QLatin1StringView("icp")},
    Named<DomainStage>{DomainStage::Ownership, QLatin1StringView("ownership")},
    Named<DomainStage>{DomainStage::Cname, QLatin1StringView("cname")},
    Named<DomainStage>{DomainStage::Hostname, QLatin1StringView("hostname")},
    Named<DomainStage>{DomainStage::Certificate, QLatin1StringView("certificate")},
    Named<DomainStage>{DomainStage::Answer, QLatin1StringView("answer")},
    Named<DomainStage>{DomainStage::Live, QLatin1StringView("live")},
};

constexpr std::array problems{
    Named<Problem>{Problem::None, QLatin1StringView("none")},
    Named<Problem>{Problem::Unchecked, QLatin1StringView("unchecked")},
    Named<Problem>{Problem::RecordMissing, QLatin1StringView("record-missing")},
    Named<Problem>{Problem::RecordWrong, QLatin1StringView("record-wrong")},
    Named<Problem>{Problem::AddressInstead, QLatin1StringView("address-instead")},
    Named<Problem>{Problem::AddressAtApex, QLatin1StringView("address-at-apex")},
    Named<Problem>{Problem::ResolversDisagree, QLatin1StringView("resolvers-disagree")},
    Named<Problem>{Problem::NoResolver, QLatin1StringView("no-resolver")},
    Named<Problem>{Problem::NotDeployed, QLatin1StringView("not-deployed")},
    Named<Problem>{Problem::DeploymentActive, QLatin1StringView("deployment-active")},
    Named<Problem>{Problem::HostTaken, QLatin1StringView("host-taken")},
    Named<Problem>{Problem::VerificationMissing, QLatin1StringView("verification-missing")},
    Named<Problem>{Problem::Configuring, QLatin1StringView("configuring")},
    Named<Problem>{Problem::ConflictHostname, QLatin1StringView("conflict-hostname")},
    Named<Problem>{Problem::ConflictRecord, QLatin1StringView("conflict-record")},
    Named<Problem>{Problem::ConflictLoadBalancer, QLatin1StringView("conflict-load-balancer")},
    Named<Problem>{Problem::ConflictOriginPool, QLatin1StringView("conflict-origin-pool")},
    Named<Problem>{Problem::ConflictSite, QLatin1StringView("conflict-site")},
    Named<Problem>{Problem::ConflictOther, QLatin1StringView("conflict-other")},
    Named<Problem>{Problem::OfflineArrears, QLatin1StringView("offline-arrears")},
    Named<Problem>{Problem::OfflineDisabled, QLatin1StringView("offline-disabled")},
    Named<Problem>{Problem::OfflineIcp, QLatin1StringView("offline-icp")},
    Named<Problem>{Problem::OfflineContent, QLatin1StringView("offline-content")},
    Named<Problem>{Problem::OfflineByOwner, QLatin1StringView("offline-by-owner")},
    Named<Problem>{Problem::OfflineOther, QLatin1StringView("offline-other")},
    Named<Problem>{Problem::CertificateApplying, QLatin1StringView("certificate-applying")},
    Named<Problem>{Problem::CertificateFailed, QLatin1StringView("certificate-failed")},
    Named<Problem>{Problem::CertificateExpired, QLatin1StringView("certificate-expired")},
    Named<Problem>{Problem::CertificateOther, QLatin1StringView("certificate-other")},
    Named<Problem>{Problem::NotAnswering, QLatin1StringView("not-answering")},
    Named<Problem>{Problem::AnswersOther, QLatin1StringView("answers-other")},
    Named<Problem>{Problem::OwnershipLost, QLatin1StringView("ownership-lost")},
    Named<Problem>{Problem::LeadsElsewhere, QLatin1StringView("leads-elsewhere")},
    Named<Problem>{Problem::StillLeadsHere, QLatin1StringView("still-leads-here")},
    Named<Problem>{Problem::Failed, QLatin1StringView("failed")},
};

constexpr std::array states{
    Named<DomainState>{DomainState::Waiting, QLatin1StringView("waiting")},
    Named<DomainState>{DomainState::Live, QLatin1StringView("live")},
    Named<DomainState>{DomainState::Removing, QLatin1StringView("removing")},
};

constexpr std::array removals{
    Named<DomainRemoval>{DomainRemoval::Entry, QLatin1StringView("entry")},
    Named<DomainRemoval>{DomainRemoval::Hostname, QLatin1StringView("hostname")},
    Named<DomainRemoval>{DomainRemoval::Record, QLatin1StringView("record")},
};

constexpr std::array places{
    Named<DnsAnswer::Place>{DnsAnswer::Place::Authority, QLatin1StringView("authority")},
    Named<DnsAnswer::Place>{DnsAnswer::Place::Resolver, QLatin1StringView("resolver")},
    Named<DnsAnswer::Place>{DnsAnswer::Place::System, QLatin1StringView("system")},
};

constexpr std::array outcomes{
    Named<DnsAnswer::Outcome>{DnsAnswer::Outcome::Found, QLatin1StringView("found")},
    Named<DnsAnswer::Outcome>{DnsAnswer::Outcome::Nothing, QLatin1StringView("nothing")},
    Named<DnsAnswer::Outcome>{DnsAnswer::Outcome::Failed, QLatin1StringView("failed")},
};

template <typename Value> QString nameIn(std::span<const Named<Value>> table, Value value) {
    const auto found = std::ranges::find(table, value, &Named<Value>::value);
    return found == table.end() ? QString() : QString(found->name);
}

/// The first of the table for a name that this program does not know.
template <typename Value> Value valueIn(std::span<const Named<Value>> table, const QString& name) {
    const auto found = std::ranges::find_if(table, [&name](const Named<Value>& known) { return known.name == name; });
    return found == table.end() ? table.front().value : found->value;
}

QStringList textsIn(const QJsonValue& value) {
    QStringList texts;
    for (const QJsonValue& one : value.toArray()) {
        texts.append(one.toString());
    }
    return texts;
}

QJsonObject toJson(const DnsAnswer& answer) {
    return {{u"source"_s, answer.source}, {u"place"_s, nameIn<DnsAnswer::Place>(places, answer.place)},
        {u"outcome"_s, nameIn<DnsAnswer::Outcome>(outcomes, answer.outcome)},
        {u"aliases"_s, QJsonArray::fromStringList(answer.aliases)},
        {u"values"_s, QJsonArray::fromStringList(answer.values)}, {u"problem"_s, answer.problem},
        {u"fits"_s, answer.fits}};
}

DnsAnswer answerFromJson(const QJsonValue& json) {
    DnsAnswer answer;
    answer.source = json[u"source"_s].toString();
    answer.place = valueIn<DnsAnswer::Place>(places, json[u"place"_s].toString());
    answer.outcome = valueIn<DnsAnswer::Outcome>(outcomes, json[u"outcome"_s].toString());
    answer.aliases = textsIn(json[u"aliases"_s]);
    answer.values = textsIn(json[u"values"_s]);
    answer.problem = json[u"problem"_s].toString();
    answer.fits = json[u"fits"_s].toBool();
    return answer;
}

} // namespace

QString newOwnershipToken() {
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    const QByteArray bytes(reinterpret_cast<const char*>(random.data()), sizeof random);
    return u"miaobu-verification="_s + QString::fromLatin1(bytes.toHex());
}

bool isOwnershipToken(const QString& text) {
    static const QRegularExpression pattern(u"\\Amiaobu-verification=[0-9a-f]{32}\\z"_s);
    return pattern.match(text).hasMatch();
}

QString ownershipName(const QString& host) {
    return u"_miaobu-verification."_s + host;
}

QString domainStageName(DomainStage stage) {
    return nameIn<DomainStage>(stages, stage);
}

DomainStage domainStageFromName(const QString& name) {
    return valueIn<DomainStage>(stages, name);
}

QString domainProblemName(DomainProblem problem) {
    return nameIn<DomainProblem>(problems, problem);
}

DomainProblem domainProblemFromName(const QString& name) {
    return valueIn<DomainProblem>(problems, name);
}

QString domainStateName(DomainState state) {
    return nameIn<DomainState>(states, state);
}

DomainState domainStateFromName(const QString& name) {
    return valueIn<DomainState>(states, name);
}

QString domainRemovalName(DomainRemoval removal) {
    return nameIn<DomainRemoval>(removals, removal);
}

DomainRemoval domainRemovalFromName(const QString& name) {
    return valueIn<DomainRemoval>(removals, name);
}

QJsonObject toJson(const DomainReport& report) {
    QJsonArray answers;
    for (const DnsAnswer& answer : report.answers) {
        answers.append(toJson(answer));
    }
    return {{u"problem"_s, domainProblemName(report.problem)}, {u"found"_s, report.found}, {u"detail"_s, report.detail},
        {u"errorKind"_s, report.errorKind}, {u"errorSubject"_s, report.errorSubject}, {u"answers"_s, answers}};
}

DomainReport domainReportFromJson(const QJsonObject& json) {
    DomainReport report;
    report.problem = domainProblemFromName(json.value(u"problem"_s).toString());
    report.found = json.value(u"found"_s).toString();
    report.detail = json.value(u"detail"_s).toString();
    report.errorKind = json.value(u"errorKind"_s).toString();
    report.errorSubject = json.value(u"errorSubject"_s).toString();
    for (const QJsonValue& answer : json.value(u"answers"_s).toArray()) {
        report.answers.append(answerFromJson(answer));
    }
    return report;
}

bool needsPerson(DomainProblem problem) {
    switch (problem) {
    case Problem::None:
    case Problem::Unchecked:
    case Problem::ResolversDisagree:
    case Problem::NoResolver:
    case Problem::DeploymentActive:
    case Problem::Configuring:
    case Problem::CertificateApplying:
    case Problem::NotAnswering:
    case Problem::AnswersOther:
    case Problem::Failed:
        return false;
    default:
        return true;
    }
}

} // namespace miaobu
