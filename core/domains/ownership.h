#pragma once

#include "core/ports/host_ownership.h"
#include "core/ports/name_resolver.h"
#include "core/store/database.h"

namespace miaobu {

/// The proof by TXT record of the domains that this computer knows. A host below the base domain needs none.
class Ownership final : public HostOwnership {
public:
    /// Both outlive this.
    Ownership(const Database& database, NameResolver& resolver) : m_database(database), m_resolver(resolver) { }

    QCoro::Task<> prove(QString host, QString target, std::stop_token stop) override;

private:
    const Database& m_database;
    NameResolver& m_resolver;
};

} // namespace miaobu
