#pragma once

#include "core/dns/doh_client.h"
#include "core/ports/name_resolver.h"

#include <QHostAddress>

#include <functional>

namespace miaobu {

/// The domain name system by several ways at once: DNS over HTTPS at public resolvers, plain DNS at the name servers of the zone, and the
/// resolver of this computer where neither answers.
class Resolvers final : public NameResolver {
public:
    /// Gives the public resolvers to ask, each time anew.
    using Choice = std::function<QList<PublicResolver>()>;

    /// A name server of a zone.
    struct Server {
        QString name;
        QHostAddress address;
    };

    Resolvers(std::shared_ptr<HttpClient> client, Choice choice);

    QCoro::Task<QList<DnsAnswer>> look(QString name, DnsType type, std::stop_token stop) override;

private:
    QCoro::Task<QList<DnsAnswer>> askPublic(QString name, DnsType type, std::stop_token stop) const;
    QCoro::Task<QList<DnsAnswer>> askAuthorities(QString name, DnsType type, std::stop_token stop) const;
    /// Those of the zone that \a name is in: of the nearest name above it that has some.
    QCoro::Task<QList<Server>> authoritiesOf(QString name, std::stop_token stop) const;
    /// The first public answer that did not fail; one that failed where all of them did.
    QCoro::Task<DnsAnswer> anyPublic(QString name, DnsType type, std::stop_token stop) const;

    std::shared_ptr<HttpClient> m_client;
    Choice m_choice;
};

} // namespace miaobu
