#include "aliyun/wire/oss_client.h"

#include "aliyun/wire/service_error.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

bool isAddress(const QString& host) {
    return host.contains(u':')
        || std::all_of(host.begin(), host.end(), [](QChar c) { return c == u'.' || c.isDigit(); });
}

HttpRequest signedRequest(
    const OssBucket& bucket, const OssCall& call, const Credentials& credentials, const QDateTime& now) {
    OssSignable signable{call.method, bucket.name, call.key.toUtf8(), call.query, call.headers, {}};
    signable = signOss(std::move(signable), credentials, {bucket.region, now});
    HttpRequest request;
    request.method = call.method;
    const QByteArray query = encodeQuery(call.query, EmptyValue::IsBare);
    request.url = ossUrl(bucket, call.key) + (query.isEmpty() ? ""_ba : '?' + query);
    request.headers = signable.headers;
    request.body = call.body;
    request.bodyFile = call.bodyFile;
    request.maximumResponseBytes = call.maximumResponseBytes;
    return request;
}

} // namespace

OssBucket ossBucket(const QUrl& endpoint, const QString& name, const QString& region) {
    OssBucket bucket{endpointOf(endpoint), OssAddressing::OwnDomain, name.toUtf8(), plainRegion(region).toUtf8()};
    const QString host = endpoint.host();
    if (bucket.endpoint.isLoopback || isAddress(host)) {
        bucket.addressing = OssAddressing::PathStyle;
    } else if (host.endsWith(".aliyuncs.com"_L1)) {
        bucket.addressing = OssAddressing::VirtualHosted;
    }
    return bucket;
}

QByteArray ossUrl(const OssBucket& bucket, const QString& key) {
    const QByteArray path = '/' + percentEncode(key.toUtf8(), "/");
    const QByteArray scheme = bucket.endpoint.scheme + "://";
    if (bucket.name.isEmpty()) {
        return scheme + bucket.endpoint.host + path;
    }
    switch (bucket.addressing) {
    case OssAddressing::VirtualHosted:
        return scheme + bucket.name + '.' + bucket.endpoint.host + path;
    case OssAddressing::PathStyle:
        return scheme + bucket.endpoint.host + '/' + bucket.name + path;
    case OssAddressing::OwnDomain:
        break;
    }
    return scheme + bucket.endpoint.host + path;
}

QByteArray ossPresignedUrl(const OssBucket& bucket, const OssCall& call, const Credentials& credentials,
    const QDateTime& now, std::chrono::seconds expires) {
    const OssSignable signable{call.method, bucket.name, call.key.toUtf8(), call.query, call.headers, {}};
    const Parameters query = presignOss(signable, credentials, {bucket.region, now}, expires);
    return ossUrl(bucket, call.key) + '?' + encodeQuery(query, EmptyValue::IsBare);
}

OssClient::OssClient(std::shared_ptr<HttpClient> client, OssBucket bucket, Credentials credentials, RetryPolicy policy,
    std::shared_ptr<ServerClock> clock)
    : m_client(std::move(client)), m_bucket(std::move(bucket)), m_credentials(std::move(credentials)), m_policy(policy),
      m_clock(std::move(clock)) { }

QCoro::Task<HttpResponse> OssClient::call(OssCall call, std::stop_token stop) const {
    const CallSubject subject{call.key.isEmpty() ? QString::fromUtf8(m_bucket.name) : call.key, call.ramAction};
    RetriedCall retried;
    retried.request = [bucket = m_bucket, credentials = m_credentials, clock = m_clock, call] {
        return signedRequest(bucket, call, credentials, clock->now());
    };
    retried.failureOf
        = [fault = faultReader(subject, m_credentials, m_clock), also = call.failureOf](const HttpResponse& response) {
              // What comes with a good status may be an object that reads like a failure.
              const bool isGood = response.status >= 200 && response.status < 300;
              std::optional<Error> error = isGood ? std::nullopt : fault(response);
              return error || !also ? error : also(response);
          };
    co_return co_await sendRetried(m_client, std::move(retried), m_policy, stop);
}

} // namespace miaobu::aliyun
