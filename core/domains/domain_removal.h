#pragma once

#include "core/domains/domain_steps.h"

namespace miaobu {

/// Takes a domain away, in the order in which nobody can be led to something that is not theirs: the routing entry, then the custom hostname
/// with its certificate, then the record at the DNS provider. What fails stays, and is tried again.
class DomainRemovalSteps {
public:
    explicit DomainRemovalSteps(const DomainParts& parts) : m_parts(parts) { }

    /// \returns whether nothing of it is left. \throws Error(Cancelled) alone: what else fails is in the report.
    QCoro::Task<bool> advance(CustomDomain domain, DomainSteps::Changed changed, std::stop_token stop) const;

private:
    QCoro::Task<> removeEntry(CustomDomain domain, OpenTarget target, std::stop_token stop) const;
    QCoro::Task<> removeHostname(CustomDomain domain, OpenTarget target, std::stop_token stop) const;
    /// Those that this program wrote.
    QCoro::Task<> removeOwnRecords(CustomDomain domain, OpenTarget target, std::stop_token stop) const;
    /// \returns whether the domain leads here no longer.
    QCoro::Task<DomainReport> lookAtRecord(CustomDomain domain, std::stop_token stop) const;

    DomainParts m_parts;
};

} // namespace miaobu
