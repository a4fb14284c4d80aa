#pragma once

#include "core/model/custom_domain.h"
#include "core/ports/domain_host.h"

namespace miaobu {

/// What keeps a custom hostname from working; None when it is active.
[[nodiscard]] DomainReport reportOf(const CustomHostname& hostname);
/// What keeps its certificate from being served; None when there is one.
[[nodiscard]] DomainReport certificateReport(const CustomHostname& hostname);
/// Whether a certificate is to be asked for. One that failed is asked for again with every second look: what was in its way may be gone.
[[nodiscard]] bool wantsCertificate(const CustomHostname& hostname, int attempts);

} // namespace miaobu
