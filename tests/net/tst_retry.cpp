#include "core/net/retry.h"
#include "tests/net/loopback_server.h"
#include "tests/support/await.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::test::await;
using miaobu::test::LoopbackServer;
using miaobu::test::ReceivedRequest;

class TestRetry : public QObject {
    Q_OBJECT

private slots:
    void waitsLongerEachTimeUpToALimit() {
        const RetryPolicy policy;
        QCOMPARE(retryDelay(policy, 0, std::nullopt, 1.0), 200ms);
        QCOMPARE(retryDelay(policy, 3, std::nullopt, 1.0), 1600ms);
        QCOMPARE(retryDelay(policy, 3, std::nullopt, 0.25), 400ms);
        QCOMPARE(retryDelay(policy, 60, std::nullopt, 1.0), 20s);
        QCOMPARE(retryDelay(policy, 5, std::nullopt, 0.0), 0ms);
    }

    void honoursWhatTheServiceAsksFor() {
        const RetryPolicy policy;
        QCOMPARE(retryDelay(policy, 0, 3s, 1.0), 3s);
        QCOMPARE(retryDelay(policy, 6, 3s, 1.0), 12800ms);
        QCOMPARE(retryDelay(policy, 0, 2h, 1.0), 60s);
    }

    void readsWhatTheServiceAsksFor() {
        const QDateTime now(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
        QCOMPARE(askedDelay({{"X-Acs-Retry-After", "1500"}, {"Retry-After", "9"}}, now), 1500ms);
        QCOMPARE(askedDelay({{"x-oss-qos-delay-time", "250"}}, now), 250ms);
        QCOMPARE(askedDelay({{"retry-after", "9"}}, now), 9s);
        QCOMPARE(askedDelay({{"retry-after", "Fri, 02 Jan 2026 03:04:35 GMT"}}, now), 30s);
        QCOMPARE(askedDelay({{"retry-after", "Fri, 02 Jan 2026 03:00:00 GMT"}}, now), 0s);
        QCOMPARE(askedDelay({{"retry-after", "soon"}}, now), std::nullopt);
        QCOMPARE(askedDelay({}, now), std::nullopt);
    }

    void triesAgainWithANewRequest() {
        int calls = 0;
        LoopbackServer server([&calls](const ReceivedRequest&, QTcpSocket& socket) {
            ++calls;
            if (calls == 1) {
                socket.disconnectFromHost();
            } else {
                socket.write(LoopbackServer::answer("ok", calls == 2 ? "503 Busy" : "200 OK"));
            }
        });
        const HttpResponse response = await(sendRetried(std::make_shared<HttpClient>(), callOf(server), quick(3), {}));
        QCOMPARE(response.status, 200);
        QCOMPARE(server.requests.at(0).line, "GET /1 HTTP/1.1");
        QCOMPARE(server.requests.at(2).line, "GET /3 HTTP/1.1");
    }

    void givesUpAfterTheLastAttempt() {
        LoopbackServer server(
            [](const ReceivedRequest&, QTcpSocket& socket) { socket.write(LoopbackServer::answer("", "503 Busy")); });
        QVERIFY_THROWS_EXCEPTION(
            Error, await(sendRetried(std::make_shared<HttpClient>(), callOf(server), quick(3), {})));
        QCOMPARE(server.requests.size(), 3);
    }

    void doesNotRepeatWhatIsFinal() {
        LoopbackServer server(
            [](const ReceivedRequest&, QTcpSocket& socket) { socket.write(LoopbackServer::answer("", "403 No")); });
        QVERIFY_THROWS_EXCEPTION(
            Error, await(sendRetried(std::make_shared<HttpClient>(), callOf(server), quick(3), {})));
        QCOMPARE(server.requests.size(), 1);
    }

    void doesNotRepeatWhatMayHaveBeenDone() {
        LoopbackServer server([](const ReceivedRequest& request, QTcpSocket& socket) {
            if (request.line.startsWith("POST")) {
                socket.abort();
            } else {
                socket.write(LoopbackServer::answer(""));
            }
        });
        const auto client = std::make_shared<HttpClient>();
        // So that there is a connection that was kept.
        await(sendRetried(client, callOf(server), quick(3), {}));
        RetriedCall call = callOf(server);
        call.request = [get = call.request] {
            HttpRequest request = get();
            request.method = "POST";
            return request;
        };
        call.repeat = Repeat::OnlyIfNotDone;
        QVERIFY_THROWS_EXCEPTION(Error, await(sendRetried(client, call, quick(3), {})));
        QCOMPARE(server.requests.size(), 2);
    }

    void cancelEndsTheWait() {
        std::stop_source source;
        LoopbackServer server([&source](const ReceivedRequest&, QTcpSocket& socket) {
            socket.write(LoopbackServer::answer("", "503 Busy", "Retry-After: 3600\r\n"));
            QTimer::singleShot(100ms, &socket, [&source] { source.request_stop(); });
        });
        auto client = std::make_shared<HttpClient>();
        auto task = sendRetried(client, callOf(server), {}, source.get_token());
        client.reset();
        try {
            await(std::move(task));
            QFAIL("it was cancelled");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::Cancelled);
        }
        QCOMPARE(server.requests.size(), 1);
    }

private:
    static RetryPolicy quick(int attempts) {
        RetryPolicy policy;
        policy.attempts = attempts;
        policy.firstDelay = 1ms;
        return policy;
    }

    static RetriedCall callOf(const LoopbackServer& server) {
        RetriedCall call;
        const QByteArray url = server.url("/");
        call.request = [url, number = 0]() mutable {
            HttpRequest request;
            request.url = url + QByteArray::number(++number);
            return request;
        };
        call.failureOf = [](const HttpResponse& response) -> std::optional<Error> {
            if (response.status == 200) {
                return std::nullopt;
            }
            Error error(ErrorKind::ServiceError);
            error.retryable = response.status >= 500;
            return error;
        };
        return call;
    }
};

QTEST_GUILESS_MAIN(TestRetry)
#include "tst_retry.moc"
