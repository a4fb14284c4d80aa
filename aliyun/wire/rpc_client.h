#pragma once

#include "aliyun/wire/acs_signer.h"
#include "aliyun/wire/endpoints.h"
#include "aliyun/wire/server_clock.h"
#include "core/net/retry.h"

#include <QJsonObject>

namespace miaobu::aliyun {

/// One of the OpenAPI services that are called by action name.
struct RpcService {
    Endpoint endpoint;
    QByteArray product; ///< As RAM names it: "esa"
    QByteArray version; ///< "2024-09-10"
};

struct RpcCall {
    QByteArray action;
    QByteArray method = QByteArrayLiteral("POST"); ///< The gateway insists on it.
    Parameters query;
    Parameters form; ///< The body; not sent when empty.
    QString subject; ///< What errors are about; the action when empty.
};

/// Calls a service, signed anew for every attempt.
class RpcClient {
public:
    RpcClient(std::shared_ptr<HttpClient> client, RpcService service, Credentials credentials, RetryPolicy policy = {},
        std::shared_ptr<ServerClock> clock = std::make_shared<ServerClock>());

    /// \throws Error as serviceError() says, Error(MalformedResponse) for an answer that is no JSON object, Error(Cancelled).
    QCoro::Task<QJsonObject> call(RpcCall call, std::stop_token stop) const;

private:
    std::shared_ptr<HttpClient> m_client;
    RpcService m_service;
    Credentials m_credentials;
    RetryPolicy m_policy;
    std::shared_ptr<ServerClock> m_clock;
};

} // namespace miaobu::aliyun
