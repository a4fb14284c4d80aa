#pragma once

#include "aliyun/wire/endpoints.h"
#include "core/async/error.h"
#include "core/net/retry.h"
#include "tests/net/loopback_server.h"
#include "tests/support/await.h"

namespace miaobu::test {

/// What a service is asked next, and what it answers.
struct Exchange {
    QByteArray action; ///< As x-acs-action says
    QByteArray target; ///< The method and the path without its query: "GET /tokens"
    QByteArray status; ///< "200 OK"; empty cuts the connection.
    QByteArray body;
};

/// Answers the calls of one story, in their order; anything else is answered 400 Unexpected, which nothing expects.
class ScriptedService : public LoopbackServer {
public:
    explicit ScriptedService(QList<Exchange> story)
        : LoopbackServer([this](const ReceivedRequest& request, QTcpSocket& socket) { reply(request, socket); }),
          m_story(std::move(story)) { }

    [[nodiscard]] bool isOver() const { return m_next == m_story.size(); }
    [[nodiscard]] aliyun::Endpoint endpoint() const { return aliyun::endpointOf(QUrl(QString::fromLatin1(url("")))); }
    static RetryPolicy quick() {
        RetryPolicy policy;
        policy.firstDelay = std::chrono::milliseconds(1);
        return policy;
    }

private:
    void reply(const ReceivedRequest& request, QTcpSocket& socket) {
        const QByteArray target = request.line.first(request.line.lastIndexOf(' ')).split('?').first();
        if (isOver() || m_story.at(m_next).target != target
            || !request.has("x-acs-action: " + m_story.at(m_next).action)) {
            qWarning("unexpected: %s", request.line.constData());
            socket.write(answer("{\"Code\":\"Unexpected\"}", "400 Unexpected"));
            return;
        }
        const Exchange& exchange = m_story.at(m_next++);
        if (exchange.status.isEmpty()) {
            socket.disconnectFromHost();
        } else {
            socket.write(answer(exchange.body, exchange.status, "x-acs-request-id: R-1\r\n"));
        }
    }

    QList<Exchange> m_story;
    qsizetype m_next = 0;
};

/// The error that \a task ends with; Internal "no failure" when it ends well.
template <typename T> Error errorOf(QCoro::Task<T> task) {
    try {
        await(std::move(task));
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorKind::Internal, QStringLiteral("no failure"));
}

} // namespace miaobu::test
