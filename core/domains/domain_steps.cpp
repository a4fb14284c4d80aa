#include "core/domains/domain_steps.h"

#include "core/async/error.h"
#include "core/domains/step_report.h"
#include "core/ports/clock.h"
#include "core/store/deployment_table.h"
#include "core/store/route_table.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

bool isRecordAwaited(DomainStage stage) {
    return stage == DomainStage::Ownership || stage == DomainStage::Cname;
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
            const bool isLater = way->domain.attempts > 0;
            if (isLater && !way->domain.zoneMissing.isEmpty() && isRecordAwaited(way->domain.stage)) {
                // Somebody may have given the permission meanwhile.
                co_await learnZone(way, stop);
            }
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
    co_return reportOf(DomainProblem::None);
}

QCoro::Task<DomainReport> DomainSteps::sayIcp(WayPtr way, std::stop_token stop) const {
    if (!way->target.domains || way->domain.isBelowBase) {
        way->domain.needsIcp = false;
        co_return reportOf(DomainProblem::None);
    }
    const bool needsIcp = co_await way->target.domains->needsIcp(stop);
    way->domain.needsIcp = needsIcp;
    co_await learnZone(way, stop);
    co_return reportOf(DomainProblem::None);
}

QCoro::Task<> DomainSteps::learnZone(WayPtr way, std::stop_token stop) const {
    if (!way->target.zones || way->domain.isBelowBase) {
        co_return;
    }
    try {
        const ZoneAccess access = co_await way->target.zones->accessTo(way->domain.host, stop);
        way->domain.ownZone = access.zone;
        way->domain.zoneMissing = access.missing;
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Cancelled) {
            throw;
        }
        // Then a person writes the records.
        qWarning("the zone of a domain is not known: %s", error.what());
    }
}

QCoro::Task<DomainReport> DomainSteps::proveOwnership(WayPtr way, std::stop_token stop) const {
    if (way->domain.isBelowBase) {
        co_return reportOf(DomainProblem::None);
    }
    const DnsVerdict verdict = co_await lookForOwnership(&m_parts.resolver, way->domain.host, way->domain.token, stop);
    co_return DomainReport(verdict.report);
}

QCoro::Task<DomainReport> DomainSteps::followAlias(WayPtr way, std::stop_token stop) const {
    if (way->domain.isBelowBase) {
        co_return reportOf(DomainProblem::None);
    }
    if (way->domain.cnameTarget.isEmpty()) {
        throw Error(ErrorKind::NotFound, way->domain.target, u"the site has no record for custom domains yet"_s);
    }
    const DnsVerdict verdict
        = co_await lookForAlias(&m_parts.resolver, way->domain.host, way->domain.cnameTarget, stop);
    co_return DomainReport(verdict.report);
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
