#include "core/domains/domain_steps.h"

#include "core/async/error.h"
#include "core/deploy/deployer.h"
#include "core/domains/hostname_report.h"
#include "core/ports/clock.h"
#include "core/store/deployment_table.h"
#include "core/store/project_table.h"
#include "core/store/route_table.h"

#include <exception>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

DomainReport reportOf(DomainProblem problem, const QString& found = {}, const QString& detail = {}) {
    DomainReport report;
    report.problem = problem;
    report.found = found;
    report.detail = detail;
    return report;
}

const DomainReport done = reportOf(DomainProblem::None);

DomainReport reportOf(const Error& error) {
    switch (error.kind) {
    case ErrorKind::IcpMissing:
        return reportOf(DomainProblem::OfflineIcp, {}, error.detail);
    case ErrorKind::SlugTaken:
        return reportOf(DomainProblem::HostTaken, error.detail);
    case ErrorKind::DeploymentActive:
        return reportOf(DomainProblem::DeploymentActive);
    case ErrorKind::Conflict:
        if (!error.retryable) {
            return reportOf(DomainProblem::ConflictHostname, {}, error.detail);
        }
        break;
    default:
        break;
    }
    DomainReport report = reportOf(DomainProblem::Failed, {}, error.detail);
    report.errorKind = errorKindName(error.kind);
    report.errorSubject = error.subject;
    return report;
}

DomainStage after(DomainStage stage) {
    return static_cast<DomainStage>(static_cast<int>(stage) + 1);
}

} // namespace

void DomainSteps::enter(Way& way, DomainStage stage) {
    if (way.domain.stage != stage) {
        way.domain.stage = stage;
        way.domain.attempts = 0;
        way.domain.report = {};
    }
    way.changed(way.domain);
}

QCoro::Task<CustomDomain> DomainSteps::advance(CustomDomain domain, Changed changed, std::stop_token stop) const {
    auto way = std::make_shared<Way>(Way{std::move(domain), {}, std::move(changed)});
    std::optional<DomainReport> failure;
    try {
        co_await lead(way, stop);
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Cancelled) {
            throw;
        }
        failure = reportOf(error);
    }
    if (failure) {
        way->domain.report = *failure;
    }
    way->domain.checkedAt = m_parts.clock.now();
    ++way->domain.attempts;
    way->changed(way->domain);
    co_return CustomDomain(way->domain);
}

QCoro::Task<> DomainSteps::lead(WayPtr way, std::stop_token stop) const {
    way->target = co_await m_parts.targets.open(way->domain.target, stop);
    if (way->target.domains && !way->domain.isBelowBase) {
        way->domain.cnameTarget = way->target.domains->cnameTarget();
    }
    while (way->domain.stage != DomainStage::Live) {
        const DomainStage stage = way->domain.stage;
        const DomainReport report = co_await step(way, stop);
        if (report.problem != DomainProblem::None) {
            way->domain.report = report;
            co_return;
        }
        if (way->domain.stage == stage) {
            enter(*way, after(stage));
        }
    }
    way->domain.state = DomainState::Live;
    way->domain.report = co_await lookAfter(way, stop);
}

QCoro::Task<DomainReport> DomainSteps::step(WayPtr way, std::stop_token stop) const {
    switch (way->domain.stage) {
    case DomainStage::Icp:
        co_return co_await sayIcp(way, stop);
    case DomainStage::Ownership:
        co_return co_await proveOwnership(way, stop);
    case DomainStage::Cname:
        co_return co_await followAlias(way, stop);
    case DomainStage::Hostname:
        co_return co_await connectHost(way, stop);
    case DomainStage::Certificate:
        co_return co_await certify(way, stop);
    case DomainStage::Answer:
        co_return co_await askEdge(way, stop);
    case DomainStage::Live:
        break;
    }
    co_return DomainReport(done);
}

QCoro::Task<DomainReport> DomainSteps::sayIcp(WayPtr way, std::stop_token stop) const {
    if (!way->target.domains || way->domain.isBelowBase) {
        way->domain.needsIcp = false;
        co_return DomainReport(done);
    }
    const bool needsIcp = co_await way->target.domains->needsIcp(stop);
    way->domain.needsIcp = needsIcp;
    if (way->target.zones) {
        try {
            const std::optional<QString> zone = co_await way->target.zones->zoneOf(way->domain.host, stop);
            way->domain.ownZone = zone.value_or(QString());
        } catch (const Error& error) {
            if (error.kind == ErrorKind::Cancelled) {
                throw;
            }
            // Then a person writes the records.
            qWarning("the zone of a domain is not known: %s", error.what());
        }
    }
    co_return DomainReport(done);
}

QCoro::Task<DomainReport> DomainSteps::proveOwnership(WayPtr way, std::stop_token stop) const {
    if (way->domain.isBelowBase) {
        co_return DomainReport(done);
    }
    const DnsVerdict verdict = co_await lookForOwnership(&m_parts.resolver, way->domain.host, way->domain.token, stop);
    co_return DomainReport(verdict.report);
}

QCoro::Task<DomainReport> DomainSteps::followAlias(WayPtr way, std::stop_token stop) const {
    if (way->domain.isBelowBase) {
        co_return DomainReport(done);
    }
    if (way->domain.cnameTarget.isEmpty()) {
        throw Error(ErrorKind::NotFound, way->domain.target, u"the site has no record for custom domains yet"_s);
    }
    const DnsVerdict verdict
        = co_await lookForAlias(&m_parts.resolver, way->domain.host, way->domain.cnameTarget, stop);
    co_return DomainReport(verdict.report);
}

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
        co_return DomainReport(done);
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
        co_return DomainReport(done);
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
        co_return isOurs ? done
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
        co_return DomainReport(done);
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

std::optional<Deployment> DomainSteps::servedBy(const CustomDomain& domain) const {
    const DeploymentTable deployments(m_parts.database);
    const std::optional<Route> route = RouteTable(m_parts.database).find(domain.host, domain.target);
    if (route && !route->autoUpdate && route->deployment != 0) {
        return deployments.find(route->deployment);
    }
    return deployments.live(domain.project, domain.target);
}

} // namespace miaobu
