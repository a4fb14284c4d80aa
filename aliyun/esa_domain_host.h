#pragma once

#include "aliyun/wire/rpc_client.h"
#include "core/ports/domain_host.h"

namespace miaobu::aliyun {

/// Custom hostnames of one ESA site, which lead their visitors to one record of it.
class EsaDomainHost final : public DomainHost {
public:
    /// \a recordId is 0 when there is no record yet: nothing can be added then.
    EsaDomainHost(RpcClient esa, qint64 siteId, qint64 recordId, QString cnameTarget);

    [[nodiscard]] QString cnameTarget() const override { return m_cnameTarget; }
    QCoro::Task<bool> needsIcp(std::stop_token stop) override;
    QCoro::Task<QList<CustomHostname>> list(std::stop_token stop) override;
    QCoro::Task<std::optional<CustomHostname>> find(QString host, std::stop_token stop) override;
    QCoro::Task<CustomHostname> add(QString host, std::stop_token stop) override;
    QCoro::Task<bool> verify(qint64 id, std::stop_token stop) override;
    QCoro::Task<> requestCertificate(qint64 id, std::stop_token stop) override;
    QCoro::Task<> remove(qint64 id, std::stop_token stop) override;

private:
    QCoro::Task<QList<CustomHostname>> listNamed(QString host, std::stop_token stop);
    QCoro::Task<std::optional<CustomHostname>> create(QString host, std::stop_token stop);
    /// As the service tells it of one: may hold a private key, and is never told on.
    QCoro::Task<QJsonObject> model(qint64 id, std::stop_token stop);

    RpcClient m_esa;
    qint64 m_siteId;
    qint64 m_recordId;
    QString m_cnameTarget;
};

} // namespace miaobu::aliyun
