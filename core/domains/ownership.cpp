#include "core/domains/ownership.h"

#include "core/async/error.h"
#include "core/domains/dns_verdict.h"
#include "core/store/domain_table.h"

using namespace Qt::StringLiterals;

namespace miaobu {

QCoro::Task<> Ownership::prove(QString host, QString target, std::stop_token stop) {
    const std::optional<CustomDomain> domain = DomainTable(m_database).find(host, target);
    if (!domain) {
        throw Error(ErrorKind::OwnershipLost, host, domainProblemName(DomainProblem::Unchecked));
    }
    if (domain->isBelowBase) {
        co_return;
    }
    const DnsVerdict verdict = co_await lookForOwnership(&m_resolver, host, domain->token, stop);
    if (!verdict.isMet) {
        const QString found
            = verdict.report.found.isEmpty() ? domainProblemName(verdict.report.problem) : verdict.report.found;
        Error error(ErrorKind::OwnershipLost, host, found);
        error.retryable = verdict.report.problem == DomainProblem::NoResolver;
        throw error;
    }
}

} // namespace miaobu
