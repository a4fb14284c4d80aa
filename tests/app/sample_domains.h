#pragma once

#include "app/screens/domains/domains_state.h"

namespace miaobu::app::sample {

/// The project's own host and two domains: one follows, one is pinned.
[[nodiscard]] DomainsState liveDomains();
/// A domain that is in \a stage with \a problem, beside the live ones.
[[nodiscard]] DomainsState domainsWith(DomainStage stage, DomainProblem problem);
[[nodiscard]] DomainsState bareDomains();
/// None yet, of a project on this computer.
[[nodiscard]] DomainsState domainsHere();
[[nodiscard]] DomainsState behindDomains();
/// The certificate of one ends in 17 days.
[[nodiscard]] DomainsState endingDomains();
/// One that needs a filing, and waits for its first record.
[[nodiscard]] DomainsState filingDomains();
/// Two previews beside them: one of a branch with a password, one of a commit.
[[nodiscard]] DomainsState previewedDomains();
[[nodiscard]] DomainsState lostDomains();
[[nodiscard]] DomainsState removedDomains();
[[nodiscard]] DomainsState refusedDomains();

} // namespace miaobu::app::sample
