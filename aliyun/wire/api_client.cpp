#include "aliyun/wire/api_client.h"

#include "aliyun/wire/service_error.h"

#include <QJsonDocument>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

constexpr qint64 longestAnswer = 16 << 20;

HttpRequest signedRequest(
    const ApiService& service, const ApiCall& call, const Credentials& credentials, const QDateTime& now) {
    AcsRequest unsignedRequest{call.method, service.endpoint.host, call.path, call.query, {}, call.body};
    if (!call.contentType.isEmpty()) {
        unsignedRequest.headers.append(HttpHeader{"content-type", call.contentType});
    }
    const QByteArray nonce = QUuid::createUuid().toByteArray(QUuid::Id128);
    const AcsRequest ready = signAcs(std::move(unsignedRequest), call.action, service.version, credentials, now, nonce);
    HttpRequest request;
    request.method = ready.method;
    const QByteArray query = encodeQuery(ready.query, EmptyValue::KeepsEqualsSign);
    request.url = service.endpoint.scheme + "://" + ready.host + ready.path + (query.isEmpty() ? ""_ba : '?' + query);
    request.headers = ready.headers;
    request.body = ready.body;
    request.idleTimeout = call.idleTimeout;
    request.maximumResponseBytes = longestAnswer;
    return request;
}

QJsonObject answerOf(const HttpResponse& response, const CallSubject& subject) {
    if (response.body.trimmed().isEmpty()) {
        return {};
    }
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    if (!document.isObject()) {
        Error error(ErrorKind::MalformedResponse, subject.resource, u"the answer is no JSON object"_s);
        error.requestId = requestIdOf(response.headers);
        throw error;
    }
    return document.object();
}

} // namespace

ApiClient::ApiClient(std::shared_ptr<HttpClient> client, ApiService service, Credentials credentials,
    RetryPolicy policy, std::shared_ptr<ServerClock> clock)
    : m_client(std::move(client)), m_service(std::move(service)), m_credentials(std::move(credentials)),
      m_policy(policy), m_clock(std::move(clock)) { }

QCoro::Task<QJsonObject> ApiClient::call(ApiCall call, std::stop_token stop) const {
    const CallSubject subject{call.subject.isEmpty() ? QString::fromLatin1(call.action) : call.subject,
        QString::fromLatin1(m_service.product + ':' + call.action)};
    RetriedCall retried;
    retried.request = [service = m_service, credentials = m_credentials, clock = m_clock, call] {
        return signedRequest(service, call, credentials, clock->now());
    };
    retried.failureOf = faultReader(subject, m_credentials, m_clock);
    retried.repeat = call.repeat;
    const HttpResponse response = co_await sendRetried(m_client, std::move(retried), m_policy, stop);
    co_return answerOf(response, subject);
}

} // namespace miaobu::aliyun
