#include "core/async/error.h"
#include "core/async/sleep.h"
#include "core/net/http_client.h"
#include "tests/net/loopback_server.h"
#include "tests/support/await.h"

#include <QTemporaryDir>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::test::await;
using miaobu::test::LoopbackServer;
using miaobu::test::ReceivedRequest;

namespace {

HttpRequest get(QByteArray url) {
    HttpRequest request;
    request.url = url;
    return request;
}

Error failureOf(QCoro::Task<HttpResponse> task) {
    try {
        await(std::move(task));
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorKind::Internal, u"no failure"_s);
}

} // namespace

class TestHttpClientFailures : public QObject {
    Q_OBJECT

private slots:
    void followsNoRedirectAndLeaksNoAuthorization() {
        LoopbackServer other(
            [](const ReceivedRequest&, QTcpSocket& socket) { socket.write(LoopbackServer::answer("stolen")); });
        const QByteArray elsewhere = other.url("/take");
        LoopbackServer server([elsewhere](const ReceivedRequest&, QTcpSocket& socket) {
            socket.write(LoopbackServer::answer("", "307 Temporary Redirect", "Location: " + elsewhere + "\r\n"));
        });
        HttpClient client;
        HttpRequest request = get(server.url("/"));
        request.headers = {{"Authorization", "secret"}};
        const HttpResponse response = await(client.send(request, {}));
        QCOMPARE(response.status, 307);
        QCOMPARE(response.header("location"), elsewhere);
        QCOMPARE(other.connections, 0);
    }

    void refusesWhatMayNotBeSent_data() {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("line feed in a value") << "https://127.0.0.1/"_ba << "X-A"_ba << "a\r\nX-Evil: 1"_ba;
        QTest::newRow("tab in a value") << "https://127.0.0.1/"_ba << "X-A"_ba << "a\tb"_ba;
        QTest::newRow("delete in a value") << "https://127.0.0.1/"_ba << "X-A"_ba << "a\x7f"_ba;
        QTest::newRow("colon in a name") << "https://127.0.0.1/"_ba << "X-A: b\r\nX"_ba << "a"_ba;
        QTest::newRow("plain http elsewhere") << "http://example.com/"_ba << "X-A"_ba << "a"_ba;
        QTest::newRow("a name that only begins like a loopback address")
            << "http://127.example.com/"_ba << "X"_ba << "a"_ba;
        QTest::newRow("another scheme") << "file:///etc/passwd"_ba << "X-A"_ba << "a"_ba;
        QTest::newRow("user name") << "https://user:password@127.0.0.1/"_ba << "X-A"_ba << "a"_ba;
        QTest::newRow("space in the URL") << "https://127.0.0.1/a b"_ba << "X-A"_ba << "a"_ba;
        QTest::newRow("line feed in the URL") << "https://127.0.0.1/\r\nX: y"_ba << "X-A"_ba << "a"_ba;
    }

    void refusesWhatMayNotBeSent() {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        HttpClient client;
        HttpRequest request = get(url);
        request.headers = {{name, value}};
        const Error error = failureOf(client.send(request, {}));
        QCOMPARE(error.kind, ErrorKind::InvalidInput);
        QVERIFY(!QByteArray(error.what()).contains("password"));
    }

    void aStalledServerTimesOut() {
        LoopbackServer server([](const ReceivedRequest&, QTcpSocket& socket) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nfirst bytes");
        });
        HttpClient client;
        HttpRequest request = get(server.url("/"));
        request.idleTimeout = 1s;
        const Error error = failureOf(client.send(request, {}));
        QCOMPARE(error.kind, ErrorKind::Timeout);
        QVERIFY(error.retryable);
    }

    void aCutConnectionIsLost_data() {
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("before the answer") << ""_ba;
        QTest::newRow("in the headers") << "HTTP/1.1 200 OK\r\nContent-Le"_ba;
        QTest::newRow("in the body") << "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nfirst bytes"_ba;
    }

    void aCutConnectionIsLost() {
        QFETCH(QByteArray, begin);
        LoopbackServer server([begin](const ReceivedRequest&, QTcpSocket& socket) {
            socket.write(begin);
            socket.disconnectFromHost();
        });
        HttpClient client;
        const Error error = failureOf(client.send(get(server.url("/")), {}));
        QCOMPARE(error.kind, ErrorKind::ConnectionLost);
        QCOMPARE(error.subject, u"127.0.0.1"_s);
        QVERIFY(error.retryable);
    }

    void nobodyListening() {
        QByteArray url;
        {
            const LoopbackServer server([](const ReceivedRequest&, QTcpSocket&) { });
            url = server.url("/");
        }
        HttpClient client;
        const Error error = failureOf(client.send(get(url), {}));
        QCOMPARE(error.kind, ErrorKind::NetworkUnreachable);
        QVERIFY(error.retryable);
    }

    void noTlsThere() {
        LoopbackServer server([](const ReceivedRequest&, QTcpSocket&) { });
        connect(&server, &QTcpServer::newConnection, &server, [&server] {
            for (QTcpSocket* const socket : server.findChildren<QTcpSocket*>()) {
                socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
            }
        });
        HttpClient client;
        const Error error = failureOf(client.send(get("https" + server.url("/").sliced(4)), {}));
        QCOMPARE(error.kind, ErrorKind::TlsFailed);
    }

    void cancelInTheMiddleOfABody() {
        std::stop_source source;
        LoopbackServer server([&source](const ReceivedRequest&, QTcpSocket& socket) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nfirst bytes");
            QTimer::singleShot(50ms, &socket, [&source] { source.request_stop(); });
        });
        HttpClient client;
        QCOMPARE(failureOf(client.send(get(server.url("/")), source.get_token())).kind, ErrorKind::Cancelled);
        QCOMPARE(failureOf(client.send(get(server.url("/")), source.get_token())).kind, ErrorKind::Cancelled);
        QCOMPARE(server.requests.size(), 1);
    }

    void cancelWhileTheAnswerArrives() {
        // The cancel and the end of the response come in one turn of the event loop: it goes on exactly once.
        std::stop_source source;
        LoopbackServer server([&source](const ReceivedRequest&, QTcpSocket& socket) {
            socket.write(LoopbackServer::answer("done"));
            socket.waitForBytesWritten(1000);
            source.request_stop();
        });
        HttpClient client;
        QCOMPARE(failureOf(client.send(get(server.url("/")), source.get_token())).kind, ErrorKind::Cancelled);
        await(sleepFor(50ms, {}));
    }

    void aDestroyedClientEndsWhatIsUnderWay() {
        auto client = std::make_unique<HttpClient>();
        LoopbackServer server([&client](const ReceivedRequest&, QTcpSocket& socket) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nfirst bytes");
            QTimer::singleShot(50ms, &socket, [&client] { client.reset(); });
        });
        QCOMPARE(failureOf(client->send(get(server.url("/")), {})).kind, ErrorKind::Cancelled);
        QVERIFY(!client);
        await(sleepFor(50ms, {}));
    }

    void tooLongAResponseIsRefused() {
        LoopbackServer server([](const ReceivedRequest&, QTcpSocket& socket) {
            socket.write(LoopbackServer::answer(QByteArray(100'000, 'x')));
        });
        HttpClient client;
        HttpRequest request = get(server.url("/"));
        request.maximumResponseBytes = 99'999;
        QCOMPARE(failureOf(client.send(request, {})).kind, ErrorKind::MalformedResponse);
        request.maximumResponseBytes = 100'000;
        QCOMPARE(await(client.send(request, {})).body.size(), 100'000);
    }

    void aFileThatIsNotThere() {
        LoopbackServer server(
            [](const ReceivedRequest&, QTcpSocket& socket) { socket.write(LoopbackServer::answer("ok")); });
        HttpClient client;
        HttpRequest request = get(server.url("/"));
        request.method = "PUT";
        request.bodyFile = u"/nowhere/file"_s;
        const Error error = failureOf(client.send(request, {}));
        QCOMPARE(error.kind, ErrorKind::FileSystem);
        QCOMPARE(error.subject, u"/nowhere/file"_s);
        QCOMPARE(server.connections, 0);
    }
};

QTEST_GUILESS_MAIN(TestHttpClientFailures)
#include "tst_http_client_failures.moc"
