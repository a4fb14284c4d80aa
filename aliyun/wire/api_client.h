#pragma once

#include "aliyun/wire/acs_signer.h"
#include "aliyun/wire/endpoints.h"
#include "aliyun/wire/server_clock.h"
#include "core/net/retry.h"

#include <QJsonObject>

namespace miaobu::aliyun {

/// One of the OpenAPI services.
struct ApiService {
    Endpoint endpoint;
    QByteArray product; ///< As RAM names it: "esa"
    QByteArray version; ///< "2024-09-10"
};

/// A call of either style, its body encoded already.
struct ApiCall {
    QByteArray action;
    QByteArray method = QByteArrayLiteral("POST");
    QByteArray path = QByteArrayLiteral("/"); ///< Percent-encoded
    Parameters query;
    QByteArray contentType; ///< Empty where there is no body.
    QByteArray body;
    QString subject; ///< What errors are about; the action when empty.
    std::chrono::seconds idleTimeout = std::chrono::seconds(30);
    Repeat repeat = Repeat::Always;
};

/// Calls an OpenAPI service, signed anew for every attempt. RPC and ROA differ in nothing but path and body.
class ApiClient {
public:
    ApiClient(std::shared_ptr<HttpClient> client, ApiService service, Credentials credentials, RetryPolicy policy,
        std::shared_ptr<ServerClock> clock);

    /// \throws Error as serviceError() says, also for a 2xx with a failure inside; Error(MalformedResponse) with the request id for an
    /// answer that is no JSON object; Error(Cancelled). An empty answer is an empty object.
    QCoro::Task<QJsonObject> call(ApiCall call, std::stop_token stop) const;

private:
    std::shared_ptr<HttpClient> m_client;
    ApiService m_service;
    Credentials m_credentials;
    RetryPolicy m_policy;
    std::shared_ptr<ServerClock> m_clock;
};

} // namespace miaobu::aliyun
