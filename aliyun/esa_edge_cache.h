#pragma once

#include "aliyun/wire/rpc_client.h"
#include "core/ports/edge_cache.h"

namespace miaobu::aliyun {

/// One call that purges \a subjects of a site. \throws Error(InvalidInput) for a host with a scheme, a URL without one, or a directory
/// without its last "/"
[[nodiscard]] RpcCall purgeCall(qint64 siteId, PurgeKind kind, const QStringList& subjects);

/// What one ESA site keeps.
class EsaEdgeCache final : public EdgeCache {
public:
    EsaEdgeCache(RpcClient esa, qint64 siteId);

    QCoro::Task<QStringList> purge(PurgeKind kind, QStringList subjects, std::stop_token stop) override;
    QCoro::Task<PurgeQuota> quota(PurgeKind kind, std::stop_token stop) override;
    QCoro::Task<QList<PurgeTask>> tasks(int limit, std::stop_token stop) override;

private:
    RpcClient m_esa;
    qint64 m_siteId;
};

} // namespace miaobu::aliyun
