#include "aliyun/wire/rpc_client.h"

#include "aliyun/wire/service_error.h"

#include <QJsonDocument>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

constexpr qint64 longestAnswer = 16 << 20;

HttpRequest signedRequest(
    const RpcService& service, const RpcCall& call, const Credentials& credentials, const QDateTime& now) {
    AcsRequest unsignedRequest;
    unsignedRequest.method = call.method;
    unsignedRequest.host = service.endpoint.host;
    unsignedRequest.query = call.query;
    unsignedRequest.body = encodeForm(call.form);
    if (!call.form.isEmpty()) {
        unsignedRequest.headers.append(HttpHeader{"content-type", "application/x-www-form-urlencoded"});
    }
    const QByteArray nonce = QUuid::createUuid().toByteArray(QUuid::Id128);
    const AcsRequest ready = signAcs(std::move(unsignedRequest), call.action, service.version, credentials, now, nonce);
    HttpRequest request;
    request.method = ready.method;
    const QByteArray query = encodeQuery(ready.query, EmptyValue::KeepsEqualsSign);
    request.url = service.endpoint.scheme + "://" + ready.host + ready.path + (query.isEmpty() ? ""_ba : '?' + query);
    request.headers = ready.headers;
    request.body = ready.body;
    request.maximumResponseBytes = longestAnswer;
    return request;
}

} // namespace

RpcClient::RpcClient(std::shared_ptr<HttpClient> client, RpcService service, Credentials credentials,
    RetryPolicy policy, std::shared_ptr<ServerClock> clock)
    : m_client(std::move(client)), m_service(std::move(service)), m_credentials(std::move(credentials)),
      m_policy(policy), m_clock(std::move(clock)) { }

QCoro::Task<QJsonObject> RpcClient::call(RpcCall call, std::stop_token stop) const {
    const CallSubject subject{call.subject.isEmpty() ? QString::fromLatin1(call.action) : call.subject,
        QString::fromLatin1(m_service.product + ':' + call.action)};
    RetriedCall retried;
    retried.request = [service = m_service, credentials = m_credentials, clock = m_clock, call] {
        return signedRequest(service, call, credentials, clock->now());
    };
    retried.failureOf = faultReader(subject, m_credentials, m_clock);
    const HttpResponse response = co_await sendRetried(m_client, std::move(retried), m_policy, stop);
    if (response.body.trimmed().isEmpty()) {
        co_return QJsonObject();
    }
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    if (!document.isObject()) {
        throw Error(ErrorKind::MalformedResponse, subject.resource, u"the answer is no JSON object"_s);
    }
    co_return document.object();
}

} // namespace miaobu::aliyun
