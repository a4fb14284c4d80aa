#pragma once

#include "core/model/custom_domain.h"
#include "core/ports/name_resolver.h"

namespace miaobu {

/// Whether what was found is what was expected. The report's problem is None where it is, and its answers say of each place whether it fits.
struct DnsVerdict {
    bool isMet = false;
    DomainReport report;
};

/// The name servers of the zone decide where they could be asked; else most of the public resolvers; else the computer's own.
/// Some that have it already beside some that do not is ResolversDisagree.
[[nodiscard]] DnsVerdict judgeOwnership(QList<DnsAnswer> answers, const QString& token);

/// \a ofTarget: what the same places say of \a expected itself. A name without an alias that has the same addresses leads there, too: its
/// provider follows the alias by itself (ALIAS, CNAME flattening).
[[nodiscard]] DnsVerdict judgeAlias(
    QList<DnsAnswer> answers, const QString& expected, const QList<DnsAnswer>& ofTarget, bool isApex);

/// Looks for the TXT record of \a host at ownershipName(), and at the host itself where there is none. There an alias is not followed: what it
/// leads to is somebody else's to write.
QCoro::Task<DnsVerdict> lookForOwnership(NameResolver* resolver, QString host, QString token, std::stop_token stop);
QCoro::Task<DnsVerdict> lookForAlias(NameResolver* resolver, QString host, QString expected, std::stop_token stop);

} // namespace miaobu
