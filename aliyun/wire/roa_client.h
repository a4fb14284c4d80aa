#pragma once

#include "aliyun/wire/api_client.h"

#include <QStringList>

#include <optional>

namespace miaobu::aliyun {

struct RoaCall {
    QByteArray action;
    QByteArray method;
    QStringList path; ///< Its segments, not encoded: a "/" inside one stays inside it.
    Parameters query;
    std::optional<QJsonObject> json; ///< The body
    QString subject; ///< What errors are about; the action when empty.
    std::chrono::seconds idleTimeout = std::chrono::seconds(30);
    Repeat repeat = Repeat::Always;
};

/// Calls a service whose resources have paths of their own and whose bodies are JSON, signed anew for every attempt.
class RoaClient {
public:
    RoaClient(std::shared_ptr<HttpClient> client, ApiService service, Credentials credentials, RetryPolicy policy = {},
        std::shared_ptr<ServerClock> clock = std::make_shared<ServerClock>());

    /// \throws Error as ApiClient::call() does; Error(InvalidInput) for a segment that is empty, "." or "..", which no URL can carry.
    QCoro::Task<QJsonObject> call(RoaCall call, std::stop_token stop) const;

private:
    ApiClient m_api;
};

} // namespace miaobu::aliyun
