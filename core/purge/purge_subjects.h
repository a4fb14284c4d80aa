#pragma once

#include "core/ports/edge_cache.h"
#include "core/ports/targets.h"

#include <QStringList>

namespace miaobu {

/// What the edge is asked to drop for what a person \a typed, without duplicates. Forgiving: "/a.js" and "a.js" are of the first of
/// \a hosts (the project's own), "www.example.com/a.js" needs no scheme, a directory no slash at its end, and a host may be pasted as an address.
/// \throws Error(HostUnknown, with \a hosts) for anything on another host, Error(InvalidInput) for what is no address, or when nothing is left.
[[nodiscard]] QStringList purgeSubjects(
    PurgeKind kind, const QStringList& typed, const QStringList& hosts, const Target& target);

} // namespace miaobu
