#pragma once

#include <QCoro/QCoroTask>
#include <QString>
#include <QStringList>

#include <stop_token>

namespace miaobu {

/// A record in a zone.
struct ZoneRecord {
    QString zone; ///< "example.com"
    QString type; ///< "TXT", "CNAME"
    QString name; ///< Within the zone: "www", "@"
    QString value;

    bool operator==(const ZoneRecord&) const = default;
};

/// What an account may do with the zone that a host is in.
struct ZoneAccess {
    QString zone; ///< "example.com"; empty where it is kept elsewhere, or where the account may not even see it.
    QStringList missing; ///< The permissions that its key has not, as a policy names them: "alidns:AddDomainRecord"

    bool operator==(const ZoneAccess&) const = default;
};

/// The DNS zones that are kept in the same account. Throws Error; Error(Cancelled) once stop was requested.
class ZoneHost {
public:
    virtual ~ZoneHost() = default;

    /// Finds out, and changes nothing, whether records of \a host could be written.
    virtual QCoro::Task<ZoneAccess> accessTo(QString host, std::stop_token stop) = 0;
    /// Puts \a record there, beside others of its name for a TXT, in their place for a CNAME. \returns what the service calls it.
    /// \throws Error(Conflict) where records of other types are in the way, which are a person's to remove
    virtual QCoro::Task<QString> write(ZoneRecord record, std::stop_token stop) = 0;
    /// Removing what is not there is no failure.
    virtual QCoro::Task<> remove(QString id, std::stop_token stop) = 0;
};

} // namespace miaobu
