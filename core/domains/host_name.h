#pragma once

#include "core/model/target.h"

#include <QString>

#include <optional>

namespace miaobu {

/// Why what a person typed cannot become a site's domain.
enum class HostRefusal {
    Empty,
    Malformed,
    SingleLabel, ///< "shop": not below anything
    TooLong,
    Wildcard,
    Address, ///< 192.0.2.1, [2001:db8::1]
    PublicSuffix, ///< "co.uk", "com.cn": nobody's own
    NotPublic, ///< "shop.local": known to one computer or network, and to no name server of the world
    BaseDomain, ///< The base domain of the target itself
    BaseReserved, ///< A name below the base domain that has a meaning of its own, or the project's own host
    BaseNested, ///< Two names below the base domain: its certificate covers one
};

/// The name of \a refusal as it is told to machines: "public-suffix".
[[nodiscard]] QString hostRefusalName(HostRefusal refusal);
/// Malformed for a name this program does not know.
[[nodiscard]] HostRefusal hostRefusalFromName(const QString& name);

/// A host name as DNS has it.
struct HostName {
    QString ascii; ///< Lower case, punycode, no dot at the end: "xn--fsq.example.com"
    QString zone; ///< What was registered by somebody: "example.com"
    bool isApex = false; ///< It is the zone itself, where a CNAME cannot stand beside other records.

    bool operator==(const HostName&) const = default;
};

/// Either a host or a reason.
struct ReadHostName {
    std::optional<HostName> host;
    std::optional<HostRefusal> refusal;
};

/// Reads what a person typed or pasted: a scheme, a path, a port, spaces, capitals, characters as wide as Chinese ones, a full stop of any script and
/// one at the end are forgiven.
[[nodiscard]] ReadHostName readHostName(const QString& typed);

/// Whether \a host is below the base domain of \a target: it has the site's own certificate and needs no proof of ownership.
[[nodiscard]] bool isBelowBase(const QString& host, const Target& target);
/// Why the project called \a slug cannot have \a host on \a target; nothing when it can.
[[nodiscard]] std::optional<HostRefusal> refusalOn(const QString& host, const Target& target, const QString& slug);

/// \a name as it is entered in the form of a DNS provider: relative to \a zone, "@" for the zone itself.
[[nodiscard]] QString nameInZone(const QString& name, const QString& zone);
/// What was registered by somebody of \a host, "example.com" of "a.b.example.com"; \a host itself where that is not known.
[[nodiscard]] QString zoneOf(const QString& host);
/// \a ascii as people read it.
[[nodiscard]] QString readableHost(const QString& ascii);

} // namespace miaobu
