// The steps that change something in the cloud, or ask it: hostname, entry, certificate, answer.
#include "core/async/error.h"
#include "core/deploy/deployer.h"
#include "core/domains/domain_steps.h"
#include "core/domains/hostname_report.h"
#include "core/domains/step_report.h"
#include "core/store/project_table.h"
#include "core/store/route_table.h"

#include <exception>

using namespace Qt::StringLiterals;

namespace miaobu {

QCoro::Task<DomainReport> DomainSteps::connectHost(WayPtr way, std::stop_token stop) const {
    const std::optional<Deployment> served = servedBy(way->domain);
    if (!served) {
        co_return reportOf(DomainProblem::NotDeployed);
    }
    // Some time may have passed since it was proved.
    const DomainReport ownership = co_await proveOwnership(way, stop);
    if (ownership.problem != DomainProblem::None) {
        way->domain.stage = DomainStage::Ownership;
        co_return DomainReport(ownership);
    }
    co_await takeHost(way, *served, stop);
    if (way->domain.isBelowBase) {
        co_return reportOf(DomainProblem::None);
    }
    std::optional<CustomHostname> hostname = co_await way->target.domains->find(way->domain.host, stop);
    if (hostname && hostname->state == CustomHostname::State::Pending) {
        (void)co_await way->target.domains->verify(hostname->id, stop);
        hostname = co_await way->target.domains->find(way->domain.host, stop);
    }
    if (!hostname) {
        co_return reportOf(DomainProblem::Configuring);
    }
    co_return reportOf(*hostname);
}

QCoro::Task<> DomainSteps::takeHost(WayPtr way, Deployment served, std::stop_token stop) const {
    const std::shared_ptr<void> reservation = m_parts.deployer.reserve(way->domain.project);
    if (way->domain.isBelowBase) {
        co_await writeEntry(way, served);
        co_return;
    }
    const std::optional<Project> project = ProjectTable(m_parts.database).find(way->domain.project);
    const std::optional<RoutingEntry> entry = co_await way->target.router->readEntry(way->domain.host, stop);
    if (entry && !entry->projectSlug.isEmpty() && project && entry->projectSlug != project->slug) {
        throw Error(ErrorKind::SlugTaken, way->domain.host, entry->projectSlug);
    }
    const std::optional<CustomHostname> before = co_await way->target.domains->find(way->domain.host, stop);
    const CustomHostname hostname = co_await way->target.domains->add(way->domain.host, stop);
    way->domain.hostnameId = hostname.id;
    way->domain.verificationHost = hostname.verificationHost;
    way->domain.verificationText = hostname.verificationText;
    way->changed(way->domain);
    std::exception_ptr failure;
    try {
        co_await writeEntry(way, served);
    } catch (...) {
        failure = std::current_exception();
    }
    if (failure && !before) {
        // A hostname that leads to nothing is not left behind; where even that fails, the next look finds it.
        try {
            co_await way->target.domains->remove(hostname.id, {});
            way->domain.hostnameId = 0;
        } catch (const Error& error) {
            qWarning("a hostname without an entry is left: %s", error.what());
        }
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
}

QCoro::Task<> DomainSteps::writeEntry(WayPtr way, Deployment served) const {
    const CustomDomain& domain = way->domain;
    const std::optional<Route> known = RouteTable(m_parts.database).find(domain.host, domain.target);
    Route route = known.value_or(Route{domain.host, domain.project, domain.target, 0, false, true});
    if (known && known->project == domain.project && known->deployment == served.id) {
        co_return;
    }
    route.project = domain.project;
    co_await m_parts.deployer.connectHost(way->target, route, served);
}

QCoro::Task<DomainReport> DomainSteps::certify(WayPtr way, std::stop_token stop) const {
    if (way->domain.isBelowBase) {
        co_return reportOf(DomainProblem::None);
    }
    std::optional<CustomHostname> hostname = co_await way->target.domains->find(way->domain.host, stop);
    if (!hostname) {
        way->domain.stage = DomainStage::Hostname;
        co_return reportOf(DomainProblem::Configuring);
    }
    if (const DomainReport report = reportOf(*hostname); report.problem != DomainProblem::None) {
        co_return DomainReport(report);
    }
    if (wantsCertificate(*hostname, way->domain.attempts)) {
        co_await way->target.domains->requestCertificate(hostname->id, stop);
        hostname = co_await way->target.domains->find(way->domain.host, stop);
    }
    if (!hostname) {
        co_return reportOf(DomainProblem::Configuring);
    }
    way->domain.certificateExpiry = hostname->certificateExpiry;
    co_return certificateReport(*hostname);
}

QCoro::Task<DomainReport> DomainSteps::askEdge(WayPtr way, std::stop_token stop) const {
    const std::optional<Route> route = RouteTable(m_parts.database).find(way->domain.host, way->domain.target);
    if (!route) {
        way->domain.stage = DomainStage::Hostname;
        co_return reportOf(DomainProblem::Configuring);
    }
    try {
        const EdgeAnswer answer = co_await way->target.router->ask(way->domain.host, stop);
        const bool isOurs = answer.deployment == route->deployment && answer.status < 500;
        const QString status = QString::number(answer.status);
        co_return isOurs ? reportOf(DomainProblem::None)
            : answer.deployment != 0 && answer.status < 500
            ? reportOf(DomainProblem::AnswersOther, QString::number(answer.deployment))
            : reportOf(DomainProblem::NotAnswering, status);
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Cancelled) {
            throw;
        }
        co_return reportOf(DomainProblem::NotAnswering, {}, QString::fromUtf8(error.what()));
    }
}

QCoro::Task<DomainReport> DomainSteps::lookAfter(WayPtr way, std::stop_token stop) const {
    if (way->domain.isBelowBase) {
        co_return reportOf(DomainProblem::None);
    }
    const std::optional<CustomHostname> hostname = co_await way->target.domains->find(way->domain.host, stop);
    if (!hostname) {
        way->domain.stage = DomainStage::Hostname;
        way->domain.state = DomainState::Waiting;
        co_return reportOf(DomainProblem::Configuring);
    }
    way->domain.certificateExpiry = hostname->certificateExpiry;
    if (const DomainReport report = reportOf(*hostname); report.problem != DomainProblem::None) {
        co_return DomainReport(report);
    }
    if (wantsCertificate(*hostname, way->domain.attempts)) {
        co_await way->target.domains->requestCertificate(hostname->id, stop);
    }
    if (const DomainReport report = certificateReport(*hostname); report.problem != DomainProblem::None) {
        co_return DomainReport(report);
    }
    const DomainReport ownership = co_await proveOwnership(way, stop);
    if (ownership.problem == DomainProblem::RecordMissing || ownership.problem == DomainProblem::RecordWrong) {
        DomainReport lost = ownership;
        lost.problem = DomainProblem::OwnershipLost;
        co_return DomainReport(lost);
    }
    DomainReport alias = co_await followAlias(way, stop);
    const bool isElsewhere = alias.problem == DomainProblem::RecordWrong
        || alias.problem == DomainProblem::RecordMissing || alias.problem == DomainProblem::AddressInstead
        || alias.problem == DomainProblem::AddressAtApex;
    alias.problem = isElsewhere ? DomainProblem::LeadsElsewhere : DomainProblem::None;
    co_return DomainReport(alias);
}

} // namespace miaobu
