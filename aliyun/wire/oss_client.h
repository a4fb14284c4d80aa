#pragma once

#include "aliyun/wire/endpoints.h"
#include "aliyun/wire/oss_signer.h"
#include "aliyun/wire/server_clock.h"
#include "core/net/retry.h"

#include <functional>
#include <optional>

namespace miaobu::aliyun {

/// How a bucket is named in a URL. The service refuses path style on its public hosts; on an address there is nothing else.
enum class OssAddressing { VirtualHosted, PathStyle, OwnDomain };

struct OssBucket {
    Endpoint endpoint; ///< Without the bucket, except for OwnDomain
    OssAddressing addressing = OssAddressing::VirtualHosted;
    QByteArray name; ///< Empty: the service itself, which lists buckets
    QByteArray region; ///< "cn-hangzhou": the bucket's own, which signatures name
};

/// \a endpoint is the region's host, an address (path style), or a domain that is bound to the bucket (any host that is not of aliyuncs.com).
[[nodiscard]] OssBucket ossBucket(const QUrl& endpoint, const QString& name, const QString& region);

struct OssCall {
    QByteArray method;
    QString key; ///< Empty: a call of the bucket
    Parameters query;
    HttpHeaders headers;
    QByteArray body;
    QString bodyFile; ///< Sent instead of body
    QString ramAction; ///< "oss:PutObject"
    qint64 maximumResponseBytes = 16 << 20;
    /// What else makes a 2xx a failure, such as a wrong checksum.
    std::function<std::optional<Error>(const HttpResponse&)> failureOf;
};

/// The URL of a key, percent-encoded, without a query.
[[nodiscard]] QByteArray ossUrl(const OssBucket& bucket, const QString& key);

/// A URL that anybody may use with \a call's method until it expires, at most 7 days; with temporary credentials no longer than they live.
/// Who uses it sends call.headers unchanged. It is a secret while it lasts.
[[nodiscard]] QByteArray ossPresignedUrl(const OssBucket& bucket, const OssCall& call, const Credentials& credentials,
    const QDateTime& now, std::chrono::seconds expires);

/// Calls a bucket, signed anew for every attempt.
class OssClient {
public:
    OssClient(std::shared_ptr<HttpClient> client, OssBucket bucket, Credentials credentials, RetryPolicy policy = {},
        std::shared_ptr<ServerClock> clock = std::make_shared<ServerClock>());

    [[nodiscard]] const OssBucket& bucket() const { return m_bucket; }

    /// \throws Error as serviceError() says, what OssCall::failureOf found, Error(Cancelled).
    QCoro::Task<HttpResponse> call(OssCall call, std::stop_token stop) const;

private:
    std::shared_ptr<HttpClient> m_client;
    OssBucket m_bucket;
    Credentials m_credentials;
    RetryPolicy m_policy;
    std::shared_ptr<ServerClock> m_clock;
};

} // namespace miaobu::aliyun
