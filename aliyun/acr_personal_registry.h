#pragma once

#include "aliyun/wire/roa_client.h"
#include "core/ports/image_registry.h"

namespace miaobu::aliyun {

/// Where images are kept.
struct RegistryPlace {
    QString host; ///< What `docker push` is given; empty: what the service says
    QString nameSpace;
    QString region; ///< "cn-hangzhou"
};

/// A Personal instance of Container Registry.
class AcrPersonalRegistry final : public ImageRegistry {
public:
    AcrPersonalRegistry(RoaClient acr, RegistryPlace place);

    QCoro::Task<RegistryLogin> login(std::stop_token stop) override;
    QCoro::Task<QString> prepare(QString repository, std::stop_token stop) override;
    QCoro::Task<QStringList> tags(QString repository, std::stop_token stop) override;
    QCoro::Task<> removeTag(QString repository, QString tag, std::stop_token stop) override;

private:
    /// The "data" of the answer, or nothing when what the call is about is not there.
    QCoro::Task<std::optional<QJsonObject>> dataIfThere(RoaCall call, std::stop_token stop);
    QCoro::Task<> ensureNamespace(std::stop_token stop);
    /// What the service says of a repository, which is made where it is missing.
    QCoro::Task<QJsonObject> ensureRepository(QString repository, std::stop_token stop);

    RoaClient m_acr;
    RegistryPlace m_place;
};

} // namespace miaobu::aliyun
