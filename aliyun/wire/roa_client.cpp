#include "aliyun/wire/roa_client.h"

#include "core/async/error.h"

#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

QByteArray encodedPath(const QStringList& segments) {
    QByteArray path;
    for (const QString& segment : segments) {
        // Proxies and servers resolve dots although a signature was made over them, also where they are written as %2E.
        if (segment.isEmpty() || segment == "."_L1 || segment == ".."_L1) {
            throw Error(ErrorKind::InvalidInput, segments.join(u'/'), u"a name that no URL can carry"_s);
        }
        path += '/' + percentEncode(segment.toUtf8());
    }
    return path;
}

} // namespace

RoaClient::RoaClient(std::shared_ptr<HttpClient> client, ApiService service, Credentials credentials,
    RetryPolicy policy, std::shared_ptr<ServerClock> clock)
    : m_api(std::move(client), std::move(service), std::move(credentials), policy, std::move(clock)) { }

QCoro::Task<QJsonObject> RoaClient::call(RoaCall call, std::stop_token stop) const {
    ApiCall encoded;
    encoded.action = call.action;
    encoded.method = call.method;
    encoded.path = encodedPath(call.path);
    encoded.query = call.query;
    if (call.json) {
        encoded.contentType = "application/json; charset=utf-8";
        encoded.body = QJsonDocument(*call.json).toJson(QJsonDocument::Compact);
    }
    encoded.subject = call.subject;
    encoded.idleTimeout = call.idleTimeout;
    encoded.repeat = call.repeat;
    co_return co_await m_api.call(std::move(encoded), stop);
}

} // namespace miaobu::aliyun
