#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace miaobu {

enum class DnsType { Txt, Address, NameServer };

/// What one place says about a name.
struct DnsAnswer {
    enum class Place {
        Authority, ///< A name server of the zone itself
        Resolver, ///< A public resolver
        System, ///< The resolver of this computer
    };
    enum class Outcome {
        Found,
        Nothing, ///< There is no such record.
        Failed, ///< The place could not be asked.
    };

    QString source; ///< "ns1.alidns.com", "AliDNS"; empty for the system's
    Place place = Place::Resolver;
    Outcome outcome = Outcome::Nothing;
    QStringList aliases; ///< The CNAMEs that were followed from the name, in order, lower case, without a dot at the end.
    QStringList values; ///< Texts, addresses or hosts, as was asked
    QString problem; ///< Why it failed, as the network said it
    bool fits = false; ///< It is what was expected; decided by who asked.

    bool operator==(const DnsAnswer&) const = default;
};

} // namespace miaobu
