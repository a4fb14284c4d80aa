#pragma once

#include "aliyun/wire/api_client.h"

namespace miaobu::aliyun {

/// One of the OpenAPI services that are called by action name.
using RpcService = ApiService;

struct RpcCall {
    QByteArray action;
    QByteArray method = QByteArrayLiteral("POST"); ///< The gateway insists on it.
    Parameters query;
    Parameters form; ///< The body; not sent when empty.
    QString subject; ///< What errors are about; the action when empty.
    Repeat repeat = Repeat::Always;
};

/// Calls a service whose every action is at "/", signed anew for every attempt.
class RpcClient {
public:
    RpcClient(std::shared_ptr<HttpClient> client, RpcService service, Credentials credentials, RetryPolicy policy = {},
        std::shared_ptr<ServerClock> clock = std::make_shared<ServerClock>());

    /// \throws Error as ApiClient::call() does
    QCoro::Task<QJsonObject> call(RpcCall call, std::stop_token stop) const;

private:
    ApiClient m_api;
};

} // namespace miaobu::aliyun
