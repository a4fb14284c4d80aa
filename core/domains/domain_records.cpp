#include "core/domains/domain_records.h"

#include "core/async/error.h"
#include "core/domains/host_name.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

QList<DomainRecord> recordsOf(const CustomDomain& domain) {
    QList<DomainRecord> records;
    if (domain.isBelowBase) {
        return records;
    }
    const QString zone = zoneOf(domain.host);
    const auto add = [&records, &zone](DomainStage stage, const QString& type, const QString& name,
                         const QString& value) { records.append({stage, type, name, nameInZone(name, zone), value}); };
    add(DomainStage::Ownership, u"TXT"_s, ownershipName(domain.host), domain.token);
    if (!domain.cnameTarget.isEmpty()) {
        add(DomainStage::Cname, u"CNAME"_s, domain.host, domain.cnameTarget);
    }
    if (domain.report.problem == DomainProblem::VerificationMissing && !domain.verificationHost.isEmpty()) {
        add(DomainStage::Hostname, u"TXT"_s, domain.verificationHost, domain.verificationText);
    }
    return records;
}

bool isServedByAlidns(const CustomDomain& domain) {
    return std::ranges::any_of(domain.report.answers, [](const DnsAnswer& answer) {
        return answer.place == DnsAnswer::Place::Authority
            && (answer.source.endsWith(".alidns.com"_L1) || answer.source.endsWith(".hichina.com"_L1));
    });
}

std::optional<DomainRecord> missingRecord(const CustomDomain& domain) {
    const bool isLost = domain.report.problem == DomainProblem::OwnershipLost;
    const bool isElsewhere = domain.report.problem == DomainProblem::LeadsElsewhere;
    const DomainStage wanted = isLost ? DomainStage::Ownership : isElsewhere ? DomainStage::Cname : domain.stage;
    for (const DomainRecord& record : recordsOf(domain)) {
        if (record.stage == wanted && domain.report.problem != DomainProblem::None) {
            return record;
        }
    }
    return std::nullopt;
}

bool canBeWritten(const CustomDomain& domain) {
    const DomainProblem problem = domain.report.problem;
    const bool isInTheWay = problem == DomainProblem::AddressInstead || problem == DomainProblem::AddressAtApex;
    return !domain.ownZone.isEmpty() && needsPerson(problem) && !isInTheWay && missingRecord(domain).has_value();
}

bool canBeForgotten(const CustomDomain& domain) {
    const bool isTargetGone = domain.report.problem == DomainProblem::Failed
        && domain.report.errorKind == errorKindName(ErrorKind::TargetUnknown);
    return domain.state == DomainState::Removing && (domain.removal == DomainRemoval::Record || isTargetGone);
}

} // namespace miaobu
