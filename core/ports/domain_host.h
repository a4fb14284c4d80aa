#pragma once

#include <QCoro/QCoroTask>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>
#include <stop_token>

namespace miaobu {

/// A person's own domain as the cloud sees it. An enum's Other stands for a value that this program does not know; the text is in \c detail.
struct CustomHostname {
    enum class State { Pending, Configuring, Active, Conflicted, Offline, Other };
    enum class Conflict { None, CustomHostname, Record, LoadBalancer, OriginPool, Site, Other };
    enum class OfflineReason { None, Arrears, DisabledInternally, IcpMissing, ContentViolation, DisabledByOwner, Other };
    enum class Certificate { None, Applying, Issued, Failed, Expiring, Expired, Other };

    qint64 id = 0;
    QString host;
    State state = State::Pending;
    Conflict conflict = Conflict::None;
    OfflineReason offlineReason = OfflineReason::None;
    QString verificationHost; ///< Name of the TXT record that proves ownership to the cloud
    QString verificationText; ///< What that record must hold
    qint64 recordId = 0; ///< The record of the site its visitors are led to
    Certificate certificate = Certificate::None;
    QDateTime certificateExpiry; ///< UTC; invalid where there is none
    QString detail; ///< What the cloud says about a certificate or state that is not well

    bool operator==(const CustomHostname&) const = default;
};

/// People's own domains on a site. Throws Error; Error(Conflict) for a host that somebody else has, Error(IcpMissing) for one without a filing; Error(Cancelled) once stop was requested.
class DomainHost {
public:
    virtual ~DomainHost() = default;

    /// Where a domain's CNAME has to lead; empty when the target has no record for it yet.
    [[nodiscard]] virtual QString cnameTarget() const = 0;

    /// Whether the site is served in Mainland China, where the law asks for an ICP filing of every host.
    virtual QCoro::Task<bool> needsIcp(std::stop_token stop) = 0;

    virtual QCoro::Task<QList<CustomHostname>> list(std::stop_token stop) = 0;
    virtual QCoro::Task<std::optional<CustomHostname>> find(QString host, std::stop_token stop) = 0;
    /// Without a certificate: that needs the domain to lead here first.
    virtual QCoro::Task<CustomHostname> add(QString host, std::stop_token stop) = 0;
    /// Asks the cloud to look at the TXT record. \returns whether it was there.
    virtual QCoro::Task<bool> verify(qint64 id, std::stop_token stop) = 0;
    /// Asks for a free certificate, also for one that failed or is about to expire.
    virtual QCoro::Task<> requestCertificate(qint64 id, std::stop_token stop) = 0;
    /// Removing what is not there is no failure.
    virtual QCoro::Task<> remove(qint64 id, std::stop_token stop) = 0;
};

} // namespace miaobu
