#include "aliyun/emulator_runtime_log.h"

#include "core/async/error.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

EmulatorRuntimeLog::EmulatorRuntimeLog(std::shared_ptr<HttpClient> client, QUrl endpoint, QByteArray secret)
    : m_client(std::move(client)), m_endpoint(std::move(endpoint)), m_secret(std::move(secret)) { }

QCoro::Task<RuntimeLogPiece> EmulatorRuntimeLog::read(QString function, QString cursor, std::stop_token stop) {
    QUrl url = m_endpoint.resolved(QUrl(u"/emulator/function-log"_s));
    url.setQuery(QUrlQuery{{u"function"_s, function}, {u"cursor"_s, cursor}});
    HttpRequest request;
    request.url = url.toEncoded();
    request.headers.append({"Authorization", "Bearer " + m_secret});
    const HttpResponse response = co_await m_client->send(std::move(request), stop);
    const QJsonDocument answer = QJsonDocument::fromJson(response.body);
    if (response.status != 200 || !answer.isObject()) {
        throw Error(ErrorKind::MalformedResponse, function, u"the emulator answered %1"_s.arg(response.status));
    }
    co_return RuntimeLogPiece{
        answer[u"text"_s].toString().toUtf8(), answer[u"cursor"_s].toString(), answer[u"more"_s].toBool()};
}

} // namespace miaobu::aliyun
