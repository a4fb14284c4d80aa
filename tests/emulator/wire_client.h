#pragma once

#include "aliyun/emulator/emulator_process.h"
#include "tests/emulator/signed_calls.h"

#include <QUrl>

#include <httplib.h>

namespace miaobu::test {

/// One answer of a loopback server; status 0 when the connection broke.
struct Answer {
    int status = 0;
    QByteArray body;
    httplib::Headers headers;
};

/// Sends requests as they are, over one kept connection.
class WireClient {
public:
    explicit WireClient(const QUrl& endpoint) : m_client("127.0.0.1", endpoint.port()) {
        m_client.set_keep_alive(true);
        m_client.set_tcp_nodelay(true);
        m_client.set_read_timeout(20);
    }

    Answer send(const QByteArray& method, const QByteArray& target, const Signer::Headers& headers,
        const QByteArray& body = {}) {
        httplib::Request request;
        request.method = method.toStdString();
        request.path = target.toStdString();
        for (const auto& [name, value] : headers) {
            request.headers.emplace(name.toStdString(), value.toStdString());
        }
        request.body = body.toStdString();
        const httplib::Result result = m_client.send(request);
        return result ? Answer{result->status, QByteArray::fromStdString(result->body), result->headers} : Answer{};
    }

private:
    httplib::Client m_client;
};

[[nodiscard]] inline Signer signerOf(const emulator::EmulatorInfo& info) {
    return {info.accessKeyId.toLatin1(), info.accessKeySecret.toLatin1(), info.region.toLatin1(),
        QDateTime::currentDateTimeUtc()};
}

[[nodiscard]] inline QByteArray hostOf(const QUrl& endpoint) {
    return "127.0.0.1:" + QByteArray::number(endpoint.port());
}

} // namespace miaobu::test
