#pragma once

#include "aliyun/wire/rpc_client.h"
#include "core/ports/zone_host.h"

namespace miaobu::aliyun {

/// The zones that an account keeps in Alibaba Cloud DNS (Alidns 2015-01-09).
class AlidnsZoneHost final : public ZoneHost {
public:
    explicit AlidnsZoneHost(RpcClient alidns) : m_alidns(std::move(alidns)) { }

    QCoro::Task<ZoneAccess> accessTo(QString host, std::stop_token stop) override;
    QCoro::Task<QString> write(ZoneRecord record, std::stop_token stop) override;
    QCoro::Task<> remove(QString id, std::stop_token stop) override;

private:
    struct Found {
        QString id; ///< Beyond 2^53: never a number
        QString type;
        QString value;
    };

    QCoro::Task<QList<Found>> list(QString zone, QString host, std::stop_token stop) const;
    /// What is missing to add records; empty: nothing.
    QCoro::Task<QString> tryToAdd(QString zone, std::stop_token stop) const;

    RpcClient m_alidns;
};

/// Where the service answers: beside the edge's endpoint where that is on this computer.
[[nodiscard]] QUrl alidnsEndpointFor(const QUrl& edgeEndpoint);

} // namespace miaobu::aliyun
