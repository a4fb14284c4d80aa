#include "core/domains/domain_removal.h"

#include "core/async/error.h"
#include "core/deploy/deployer.h"
#include "core/ports/clock.h"
#include "core/store/project_table.h"

using namespace Qt::StringLiterals;

namespace miaobu {

QCoro::Task<bool> DomainRemovalSteps::advance(
    CustomDomain domain, DomainSteps::Changed changed, std::stop_token stop) const {
    DomainReport report;
    report.problem = DomainProblem::None;
    try {
        const OpenTarget target = co_await m_parts.targets.open(domain.target, stop);
        if (domain.removal == DomainRemoval::Entry) {
            co_await removeEntry(domain, target, stop);
            domain.removal = DomainRemoval::Hostname;
            changed(domain);
        }
        if (domain.removal == DomainRemoval::Hostname) {
            co_await removeHostname(domain, target, stop);
            domain.removal = DomainRemoval::Record;
            domain.hostnameId = 0;
            changed(domain);
        }
        co_await removeOwnRecords(domain, target, stop);
        report = co_await lookAtRecord(domain, stop);
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Cancelled) {
            throw;
        }
        report.problem = DomainProblem::Failed;
        report.detail = error.detail;
        report.errorKind = errorKindName(error.kind);
        report.errorSubject = error.subject;
    }
    domain.report = report;
    domain.checkedAt = m_parts.clock.now();
    ++domain.attempts;
    changed(domain);
    co_return report.problem == DomainProblem::None;
}

QCoro::Task<> DomainRemovalSteps::removeEntry(CustomDomain domain, OpenTarget target, std::stop_token stop) const {
    const std::shared_ptr<void> reservation = m_parts.deployer.reserve(domain.project);
    const std::optional<Project> project = ProjectTable(m_parts.database).find(domain.project);
    const std::optional<RoutingEntry> entry = co_await target.router->readEntry(domain.host, stop);
    if (entry && project && entry->projectSlug == project->slug) {
        co_await target.router->removeEntry(domain.host, {});
        try {
            const QStringList hosts{domain.host};
            co_await target.router->purge(hosts, {});
        } catch (const Error& error) {
            // It answers nothing any more once the edge's cache runs out; that must not keep the rest.
            qWarning("cache of a removed domain not purged: %s", error.what());
        }
    }
    m_parts.deployer.dropHost(domain.project, domain.host, domain.target);
}

QCoro::Task<> DomainRemovalSteps::removeHostname(CustomDomain domain, OpenTarget target, std::stop_token stop) const {
    if (domain.isBelowBase || !target.domains) {
        co_return;
    }
    // An entry that is there by now belongs to another project, which has the domain.
    const std::optional<RoutingEntry> entry = co_await target.router->readEntry(domain.host, stop);
    const std::optional<CustomHostname> hostname = co_await target.domains->find(domain.host, stop);
    if (hostname && !entry) {
        co_await target.domains->remove(hostname->id, {});
    }
}

QCoro::Task<> DomainRemovalSteps::removeOwnRecords(CustomDomain domain, OpenTarget target, std::stop_token stop) const {
    if (target.zones) {
        for (const QString& id : std::as_const(domain.ownRecords)) {
            co_await target.zones->remove(id, stop);
        }
    }
}

QCoro::Task<DomainReport> DomainRemovalSteps::lookAtRecord(CustomDomain domain, std::stop_token stop) const {
    DomainReport report;
    report.problem = DomainProblem::None;
    if (domain.isBelowBase || domain.cnameTarget.isEmpty()) {
        co_return DomainReport(report);
    }
    const DnsVerdict verdict = co_await lookForAlias(&m_parts.resolver, domain.host, domain.cnameTarget, stop);
    const bool leadsHere = verdict.isMet || verdict.report.problem == DomainProblem::ResolversDisagree;
    report.answers = verdict.report.answers;
    // Where nobody can be asked, nobody knows: it stays until it was seen.
    report.problem = leadsHere                                ? DomainProblem::StillLeadsHere
        : verdict.report.problem == DomainProblem::NoResolver ? DomainProblem::NoResolver
                                                              : DomainProblem::None;
    report.found = leadsHere ? domain.cnameTarget : QString();
    co_return DomainReport(report);
}

} // namespace miaobu
