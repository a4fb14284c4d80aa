#include "core/async/parallel.h"
#include "core/net/http_client.h"
#include "tests/net/loopback_server.h"
#include "tests/support/await.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::test::await;
using miaobu::test::LoopbackServer;
using miaobu::test::ReceivedRequest;

namespace {

void answerOk(const ReceivedRequest&, QTcpSocket& socket) {
    socket.write(LoopbackServer::answer("ok", "200 OK", "X-Answer:  yes \r\n"));
}

QCoro::Task<> sendOne(HttpClient* client, HttpRequest request) {
    co_await client->send(request, {});
}

} // namespace

class TestHttpClient : public QObject {
    Q_OBJECT

private slots:
    void sendsTheUrlAndHeadersAsGiven() {
        LoopbackServer server(answerOk);
        HttpClient client;
        HttpRequest request;
        request.url = server.url("/a//b/../%2E./c%20d%2Be?x=%2A&y=&z");
        request.headers = {{"X-Empty", ""}, {"X-Words", "\xe4\xbd\xa0 b"}};
        const HttpResponse response = await(client.send(request, {}));
        QCOMPARE(response.status, 200);
        QCOMPARE(response.body, "ok");
        QCOMPARE(response.header("x-ANSWER"), "yes");
        QCOMPARE(server.requests.size(), 1);
        QCOMPARE(server.requests.at(0).line, "GET /a//b/../%2E./c%20d%2Be?x=%2A&y=&z HTTP/1.1");
        QVERIFY(server.requests.at(0).has("X-Words: \xe4\xbd\xa0 b"));
        QVERIFY(server.requests.at(0).has("X-Empty:"));
    }

    void sendsEveryMethodWithoutAddingATypeOrAnEncoding_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("post") << "POST"_ba << "a=b"_ba;
        QTest::newRow("empty post") << "POST"_ba << ""_ba;
        QTest::newRow("put") << "PUT"_ba << QByteArray(300'000, 'x');
        QTest::newRow("empty put") << "PUT"_ba << ""_ba;
        QTest::newRow("delete") << "DELETE"_ba << ""_ba;
        QTest::newRow("get") << "GET"_ba << ""_ba;
    }

    void sendsEveryMethodWithoutAddingATypeOrAnEncoding() {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        LoopbackServer server(answerOk);
        HttpClient client;
        HttpRequest request;
        request.method = method;
        request.url = server.url("/");
        request.body = body;
        await(client.send(request, {}));
        const ReceivedRequest received = server.requests.at(0);
        QCOMPARE(received.line, method + " / HTTP/1.1");
        QCOMPARE(received.body, body);
        const QByteArray head = received.head.toLower();
        QVERIFY(!head.contains("content-type"));
        QVERIFY(!head.contains("expect:"));
        QVERIFY(!head.contains("transfer-encoding"));
        QVERIFY(!head.contains("accept-encoding"));
        QCOMPARE(head.contains("content-length: " + QByteArray::number(body.size())), method.startsWith('P'));
    }

    void headHasNoBody() {
        LoopbackServer server([](const ReceivedRequest&, QTcpSocket& socket) {
            socket.write("HTTP/1.1 404 Not Found\r\nContent-Length: 500\r\nx-oss-err: abc\r\n\r\n");
        });
        HttpClient client;
        HttpRequest request;
        request.method = "HEAD";
        request.url = server.url("/");
        const HttpResponse response = await(client.send(request, {}));
        QCOMPARE(response.status, 404);
        QCOMPARE(response.header("x-oss-err"), "abc");
    }

    void streamsABigFile() {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"big"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray content;
        for (quint32 i = 0; content.size() < 20'000'000; ++i) {
            content += QByteArray::number(i);
        }
        QCOMPARE(file.write(content), content.size());
        file.close();
        LoopbackServer server(answerOk);
        HttpClient client;
        HttpRequest request;
        request.method = "PUT";
        request.url = server.url("/big");
        request.bodyFile = file.fileName();
        QCOMPARE(await(client.send(request, {})).status, 200);
        QVERIFY(server.requests.at(0).body == content);
    }

    void keepsOneConnectionForOneRequestAfterTheOther() {
        LoopbackServer server(answerOk);
        HttpClient client;
        for (int i = 0; i < 5; ++i) {
            HttpRequest request;
            request.url = server.url("/");
            await(client.send(request, {}));
        }
        QCOMPARE(server.requests.size(), 5);
        QCOMPARE(server.connections, 1);
    }

    void usesAsManyConnectionsAsAllowed() {
        QList<QTcpSocket*> waiting;
        int most = 0;
        LoopbackServer server([&waiting, &most](const ReceivedRequest&, QTcpSocket& socket) {
            waiting.append(&socket);
            most = std::max(most, static_cast<int>(waiting.size()));
            // Nobody is answered before all 64 have asked; the rest shows that the limit holds.
            if (waiting.size() == 64) {
                for (QTcpSocket* const one : std::exchange(waiting, {})) {
                    one->write(LoopbackServer::answer("ok"));
                }
            }
        });
        HttpClient client(64);
        HttpRequest request;
        request.url = server.url("/");
        const QList<HttpRequest> requests(128, request);
        HttpClient* const pointer = &client;
        const auto work = [pointer](HttpRequest one) { return sendOne(pointer, one); };
        await(forEachLimited(requests, 100, work, {}));
        QCOMPARE(server.requests.size(), 128);
        QCOMPARE(server.connections, 64);
        QCOMPARE(most, 64);
    }

    void connectsWhereItIsTold() {
        LoopbackServer server(answerOk);
        HttpClient client;
        HttpRequest request;
        request.url = "http://shop.localhost:4680/";
        request.connectTo = "127.0.0.1:" + QByteArray::number(server.serverPort());
        QCOMPARE(await(client.send(request, {})).status, 200);
        QVERIFY(server.requests.at(0).has("Host: shop.localhost:4680"));
    }

    void passesOverInterimResponses() {
        LoopbackServer server([](const ReceivedRequest&, QTcpSocket& socket) {
            socket.write("HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\n" + LoopbackServer::answer("late"));
        });
        HttpClient client;
        HttpRequest request;
        request.url = server.url("/");
        const HttpResponse response = await(client.send(request, {}));
        QCOMPARE(response.body, "late");
        QVERIFY(response.header("X-Early").isNull());
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_http_client.moc"
