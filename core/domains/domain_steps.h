#pragma once

#include "core/domains/dns_verdict.h"
#include "core/domains/domain_parts.h"
#include "core/ports/targets.h"

#include <QCoro/QCoroTask>

#include <functional>
#include <memory>

namespace miaobu {

struct RoutingEntry;

/// What leads a domain to its visitors, stage by stage. Each step may be repeated: it finds what is there and makes what is missing.
class DomainSteps {
public:
    explicit DomainSteps(const DomainParts& parts) : m_parts(parts) { }

    /// Called with every change, to store and to tell it. \throws Error(Cancelled) when the domain is not to be led on.
    using Changed = std::function<void(const CustomDomain&)>;

    /// Goes on from the stage the domain is in until one is not done; that one's report says why.
    /// \throws Error(Cancelled) alone: what else fails is in the report.
    QCoro::Task<CustomDomain> advance(CustomDomain domain, Changed changed, std::stop_token stop) const;

private:
    /// One domain on its way; shared by the steps of one advance().
    struct Way {
        CustomDomain domain;
        OpenTarget target;
        Changed changed;
    };
    using WayPtr = std::shared_ptr<Way>;

    QCoro::Task<> lead(WayPtr way, std::stop_token stop) const;
    QCoro::Task<DomainReport> step(WayPtr way, std::stop_token stop) const;
    /// Finds out whether its records could be written from here.
    QCoro::Task<> learnZone(WayPtr way, std::stop_token stop) const;
    QCoro::Task<DomainReport> sayIcp(WayPtr way, std::stop_token stop) const;
    QCoro::Task<DomainReport> proveOwnership(WayPtr way, std::stop_token stop) const;
    QCoro::Task<DomainReport> followAlias(WayPtr way, std::stop_token stop) const;
    QCoro::Task<DomainReport> connectHost(WayPtr way, std::stop_token stop) const;
    QCoro::Task<DomainReport> certify(WayPtr way, std::stop_token stop) const;
    QCoro::Task<DomainReport> askEdge(WayPtr way, std::stop_token stop) const;
    QCoro::Task<DomainReport> lookAfter(WayPtr way, std::stop_token stop) const;

    /// The custom hostname and the routing entry: both or neither.
    QCoro::Task<> takeHost(WayPtr way, Deployment served, std::stop_token stop) const;
    QCoro::Task<> writeEntry(WayPtr way, Deployment served) const;
    /// Which deployment is to answer: the one it is pinned to, else the live one.
    [[nodiscard]] std::optional<Deployment> servedBy(const CustomDomain& domain) const;
    static void enter(Way& way, DomainStage stage);

    DomainParts m_parts;
};

} // namespace miaobu
