#pragma once

#include "aliyun/wire/rpc_client.h"
#include "core/ports/edge_router.h"

namespace miaobu::aliyun {

/// Where the sites of a target answer.
struct EdgeAddress {
    QByteArray scheme = QByteArrayLiteral("https");
    int port = -1; ///< -1 is the scheme's own.
    QByteArray connectTo; ///< "127.0.0.1:4680" for the emulator, whose host names are known to nobody; empty: ask DNS.
};

/// Edge KV and the cache of one ESA site, or the emulator's.
class EsaEdgeRouter final : public EdgeRouter {
public:
    /// \a esa calls the service; \a visitor asks the edge like anybody.
    EsaEdgeRouter(
        RpcClient esa, std::shared_ptr<HttpClient> visitor, QByteArray kvNamespace, qint64 siteId, EdgeAddress address);

    QCoro::Task<> writeEntry(QString host, RoutingEntry entry, std::stop_token stop) override;
    QCoro::Task<std::optional<RoutingEntry>> readEntry(QString host, std::stop_token stop) override;
    QCoro::Task<QStringList> hosts(std::stop_token stop) override;
    QCoro::Task<> removeEntry(QString host, std::stop_token stop) override;
    QCoro::Task<> purge(QStringList hosts, std::stop_token stop) override;
    QCoro::Task<EdgeAnswer> ask(QString host, std::stop_token stop) override;

private:
    [[nodiscard]] RpcCall keyCall(const QByteArray& action, const QString& host) const;

    RpcClient m_esa;
    std::shared_ptr<HttpClient> m_visitor;
    QByteArray m_kvNamespace;
    qint64 m_siteId;
    EdgeAddress m_address;
};

} // namespace miaobu::aliyun
