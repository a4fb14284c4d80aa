#pragma once

#include "aliyun/acr_personal_registry.h"
#include "aliyun/wire/rpc_client.h"

namespace miaobu::aliyun {

/// An Enterprise instance of Container Registry, reached over the internet.
class AcrEnterpriseRegistry final : public ImageRegistry {
public:
    AcrEnterpriseRegistry(RpcClient acr, QString instanceId, RegistryPlace place);

    /// \throws Error(NotActivated) also when the instance's internet endpoint is switched off
    QCoro::Task<RegistryLogin> login(std::stop_token stop) override;
    QCoro::Task<QString> prepare(QString repository, std::stop_token stop) override;
    QCoro::Task<QStringList> tags(QString repository, std::stop_token stop) override;
    QCoro::Task<> removeTag(QString repository, QString tag, std::stop_token stop) override;

private:
    [[nodiscard]] RpcCall callOf(const QByteArray& action, const Parameters& parameters) const;
    QCoro::Task<QString> host(std::stop_token stop);
    /// Empty when there is no such repository.
    QCoro::Task<QByteArray> repositoryId(QString repository, std::stop_token stop);

    RpcClient m_acr;
    QString m_instanceId;
    RegistryPlace m_place;
};

} // namespace miaobu::aliyun
