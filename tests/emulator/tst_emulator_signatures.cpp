#include "aliyun/emulator/bucket_shelf.h"
#include "aliyun/emulator/emulator.h"
#include "aliyun/emulator/kv_store.h"
#include "tests/emulator/wire_client.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QtTest>

using namespace miaobu;
using namespace miaobu::test;
using namespace Qt::StringLiterals;

namespace {

QString codeOf(const Answer& answer) {
    return QJsonDocument::fromJson(answer.body).object().value(u"Code"_s).toString();
}

} // namespace

class TestEmulatorSignatures : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_emulator = std::make_unique<emulator::Emulator>(
            emulator::EmulatorOptions{m_folder->path(), std::nullopt}, emulator::Emulator::Sites::Left);
    }

    void cleanup() {
        m_emulator.reset();
        m_folder.reset();
    }

    void theTestsOwnSignerIsRight() {
        Signer signer{"testAk", "testSk", "cn-hangzhou", QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC)};
        const auto put = signer.oss(
            "PUT", "/my-bucket/projects/demo/1/index.html", {}, {{"content-type", "text/html; charset=utf-8"}});
        QVERIFY(
            header(put, "Authorization").endsWith("24dbf36300417d0358a8b1011bb3f37f1ba83704a241572a16160ea79c6d4f1f"));
        const auto call = signer.acs("GET", "esa.cn-hangzhou.aliyuncs.com", "DeleteKv",
            "Key=demo.example.com&Namespace=miaobu", {}, "00000000000000000000000000000001");
        QVERIFY(
            header(call, "Authorization").endsWith("8d1a6409a08a30aba82aa6041c50638596f75ed71615416aa0412ad81f940e8a"));
    }

    void everyObjectCallIsChecked_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("rightStatus");
        QTest::newRow("put") << QByteArray("PUT") << QByteArray("/miaobu/a") << QByteArray() << 200;
        QTest::newRow("get") << QByteArray("GET") << QByteArray("/miaobu/a") << QByteArray() << 404;
        QTest::newRow("head") << QByteArray("HEAD") << QByteArray("/miaobu/a") << QByteArray() << 404;
        QTest::newRow("meta") << QByteArray("HEAD") << QByteArray("/miaobu/a") << QByteArray("objectMeta") << 404;
        QTest::newRow("delete") << QByteArray("DELETE") << QByteArray("/miaobu/a") << QByteArray() << 204;
        QTest::newRow("list") << QByteArray("GET") << QByteArray("/miaobu/") << QByteArray("list-type=2&prefix=a%2F")
                              << 200;
        QTest::newRow("delete many") << QByteArray("POST") << QByteArray("/miaobu/") << QByteArray("delete") << 400;
        QTest::newRow("make a bucket") << QByteArray("PUT") << QByteArray("/second/") << QByteArray() << 200;
        QTest::newRow("describe a bucket")
            << QByteArray("GET") << QByteArray("/miaobu/") << QByteArray("bucketInfo") << 200;
        QTest::newRow("list buckets") << QByteArray("GET") << QByteArray("/") << QByteArray() << 200;
    }

    void everyObjectCallIsChecked() {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, query);
        QFETCH(int, rightStatus);
        const QByteArray target = query.isEmpty() ? path : path + '?' + query;
        WireClient client(m_emulator->info().ossEndpoint);
        const Signer signer = signerOf(m_emulator->info());
        Signer wrong = signer;
        wrong.accessKeySecret += 'x';
        QCOMPARE(client.send(method, target, {}).status, 403);
        QCOMPARE(client.send(method, target, wrong.oss(method, path, query, {})).status, 403);
        QCOMPARE(client.send(method, target, signer.oss(method, "/miaobu/other", query, {})).status, 403);
        QCOMPARE(client.send(method, target, signer.oss(method, path, query, {})).status, rightStatus);
    }

    void aHeaderAddedOnTheWayIsNoticed() {
        WireClient client(m_emulator->info().ossEndpoint);
        auto headers = signerOf(m_emulator->info()).oss("PUT", "/miaobu/a", {}, {{"content-type", "text/plain"}});
        headers += {{"x-oss-object-acl", "public-read"}};
        const Answer answer = client.send("PUT", "/miaobu/a", headers, "x");
        QCOMPARE(answer.status, 403);
        QVERIFY(answer.body.contains("<Code>SignatureDoesNotMatch</Code>"));
        QVERIFY(answer.body.contains("<CanonicalRequest>PUT"));
        QVERIFY(!m_emulator->buckets().find("miaobu")->find("a"));
    }

    void aClockThatIsOffIsTold_data() {
        QTest::addColumn<int>("minutes");
        QTest::newRow("behind") << -16;
        QTest::newRow("ahead") << 16;
    }

    void aClockThatIsOffIsTold() {
        QFETCH(int, minutes);
        Signer signer = signerOf(m_emulator->info());
        signer.time = signer.time.addSecs(minutes * 60);
        WireClient objects(m_emulator->info().ossEndpoint);
        const Answer put = objects.send("PUT", "/miaobu/a", signer.oss("PUT", "/miaobu/a", {}, {}), "x");
        QCOMPARE(put.status, 403);
        QVERIFY(put.body.contains("<Code>RequestTimeTooSkewed</Code>"));
        QVERIFY(put.headers.contains("Date"));
        const QUrl endpoint = m_emulator->info().apiEndpoint;
        WireClient services(endpoint);
        const Answer call
            = services.send("GET", "/", signer.acs("GET", hostOf(endpoint), "GetKvAccount", {}, {}, "n1"));
        QCOMPARE(call.status, 400);
        QCOMPARE(codeOf(call), u"InvalidTimeStamp.Expired"_s);
    }

    void anErrorOfAHeadRequestIsInItsHeaders() {
        WireClient client(m_emulator->info().ossEndpoint);
        const Answer answer
            = client.send("HEAD", "/miaobu/absent", signerOf(m_emulator->info()).oss("HEAD", "/miaobu/absent", {}, {}));
        QCOMPARE(answer.status, 404);
        const auto error = answer.headers.find("x-oss-err");
        QVERIFY(error != answer.headers.end());
        QVERIFY(QByteArray::fromBase64(QByteArray::fromStdString(error->second)).contains("<Code>NoSuchKey</Code>"));
        QVERIFY(answer.headers.contains("x-oss-ec"));
    }

    void aNonceIsGoodForOneCall() {
        const QUrl endpoint = m_emulator->info().apiEndpoint;
        WireClient client(endpoint);
        const auto headers = signerOf(m_emulator->info()).acs("GET", hostOf(endpoint), "GetKvAccount", {}, {}, "once");
        QCOMPARE(client.send("GET", "/", headers).status, 200);
        const Answer again = client.send("GET", "/", headers);
        QCOMPARE(again.status, 400);
        QCOMPARE(codeOf(again), u"SignatureNonceUsed"_s);
    }

    void aBodyThatWasChangedIsNoticed() {
        const QUrl endpoint = m_emulator->info().apiEndpoint;
        WireClient client(endpoint);
        const QByteArray query = "Key=a&Namespace=miaobu";
        const auto headers
            = signerOf(m_emulator->info()).acs("POST", hostOf(endpoint), "PutKv", query, "Value=1", "n2");
        const Answer answer = client.send("POST", "/?" + query, headers, "Value=2");
        QCOMPARE(codeOf(answer), u"SignatureDoesNotMatch"_s);
        QVERIFY(!m_emulator->kv().get("miaobu", "a"));
    }

    void theMethodOfAnActionIsEnforced() {
        const QUrl endpoint = m_emulator->info().apiEndpoint;
        WireClient client(endpoint);
        const Signer signer = signerOf(m_emulator->info());
        const QByteArray query = "Key=a&Namespace=miaobu";
        const Answer answer
            = client.send("POST", "/?" + query, signer.acs("POST", hostOf(endpoint), "GetKv", query, {}, "n3"));
        QCOMPARE(answer.status, 403);
        QCOMPARE(codeOf(answer), u"UnsupportedHTTPMethod"_s);
    }

    void whatIsMissingOrUnknownIsNamed() {
        const QUrl endpoint = m_emulator->info().apiEndpoint;
        WireClient client(endpoint);
        const Signer signer = signerOf(m_emulator->info());
        const Answer missing = client.send(
            "GET", "/?Namespace=miaobu", signer.acs("GET", hostOf(endpoint), "GetKv", "Namespace=miaobu", {}, "n4"));
        QCOMPARE(codeOf(missing), u"MissingKey"_s);
        const Answer action = client.send("GET", "/", signer.acs("GET", hostOf(endpoint), "GetNothing", {}, {}, "n5"));
        QCOMPARE(action.status, 404);
        QCOMPARE(codeOf(action), u"InvalidAction.NotFound"_s);
        const Answer version
            = client.send("GET", "/", signer.acs("GET", hostOf(endpoint), "GetKvAccount", {}, {}, "n6", "2018-01-15"));
        QCOMPARE(version.status, 404);
        QVERIFY(!QJsonDocument::fromJson(version.body).object().value(u"RequestId"_s).toString().isEmpty());
    }

    void aParameterTheActionDoesNotKnowIsRefused_data() {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("bodyType");
        const QByteArray form = "application/x-www-form-urlencoded";
        QTest::newRow("in the query") << QByteArray("PutKv") << QByteArray("Colour=red&Key=a&Namespace=miaobu")
                                      << QByteArray("Value=1") << form;
        QTest::newRow("in the form") << QByteArray("PutKv") << QByteArray("Key=a&Namespace=miaobu")
                                     << QByteArray("Value=1&Colour=red") << form;
        QTest::newRow("in the JSON body of esa-cli")
            << QByteArray("CreateRoutineWithAssetsCodeVersion") << QByteArray()
            << QByteArray(R"({"Name":"hello-pages","CodeDescription":"","Colour":"red"})")
            << QByteArray("application/json; charset=utf-8");
    }

    void aParameterTheActionDoesNotKnowIsRefused() {
        QFETCH(QByteArray, action);
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, bodyType);
        const QUrl endpoint = m_emulator->info().apiEndpoint;
        const auto headers = signerOf(m_emulator->info())
                                 .acs("POST", hostOf(endpoint), action, query, body, "n1", "2024-09-10", bodyType);
        const Answer answer = WireClient(endpoint).send("POST", "/?" + query, headers, body);
        QCOMPARE(answer.status, 400);
        QCOMPARE(codeOf(answer), u"InvalidParameter"_s);
        QCOMPARE(QJsonDocument::fromJson(answer.body).object().value(u"Message"_s).toString(),
            u"The parameter Colour is unknown to "_s + QString::fromLatin1(action) + u'.');
        QVERIFY(!m_emulator->kv().get("miaobu", "a"));
    }

    void nonsenseIsRefusedAndTheEmulatorGoesOn_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        const QList<QPair<QByteArray, QByteArray>> headers{{"Authorization", ""}, {"Authorization", "ACS3-HMAC-SHA256"},
            {"Authorization", "ACS3-HMAC-SHA256 ,,=,Credential"}, {"Authorization", "OSS4-HMAC-SHA256 Credential"},
            {"Authorization", "OSS4-HMAC-SHA256 Credential=/,Signature=,AdditionalHeaders=;;"},
            {"Authorization", QByteArray(60'000, '%')}, {"x-oss-date", "99991231T235959Z"},
            {"x-acs-date", "9999-12-31T23:59:59Z"}, {"Content-Length", "99999999999999999999"},
            {"Content-Length", "-1"}, {"Host", ""}, {"Host", "[::1"}, {"x-oss-copy-source", "%"},
            {"Range", "bytes=--"}};
        for (const auto& [name, value] : headers) {
            QTest::addRow("%s: %s", name.constData(), value.left(40).constData()) << name << value;
        }
    }

    void nonsenseIsRefusedAndTheEmulatorGoesOn() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        for (const QUrl& endpoint : {m_emulator->info().ossEndpoint, m_emulator->info().apiEndpoint}) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(endpoint.port()));
            QVERIFY(socket.waitForConnected());
            socket.write(
                "PUT /miaobu/a?x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-date=99991231T235959Z&&=&%&%zz=%f "
                "HTTP/1.1\r\n"
                + name + ": " + value + "\r\nConnection: close\r\n\r\n");
            while (socket.waitForReadyRead()) { }
            const QByteArray status = socket.readLine();
            QVERIFY2(status.startsWith("HTTP/1.1 4"), status.constData());
        }
        const QUrl endpoint = m_emulator->info().apiEndpoint;
        const auto call = signerOf(m_emulator->info()).acs("GET", hostOf(endpoint), "GetKvAccount", {}, {}, "after");
        QCOMPARE(WireClient(endpoint).send("GET", "/", call).status, 200);
    }

    void numbersOutOfRangeAreRefused() {
        const QUrl endpoint = m_emulator->info().apiEndpoint;
        WireClient client(endpoint);
        const Signer signer = signerOf(m_emulator->info());
        const QByteArray put = "ExpirationTtl=9223372036854775807&Key=a&Namespace=miaobu";
        QCOMPARE(client
                     .send("POST", "/?" + put, signer.acs("POST", hostOf(endpoint), "PutKv", put, "Value=1", "n7"),
                         "Value=1")
                     .status,
            400);
        const QByteArray list = "Namespace=miaobu&PageNumber=9223372036854775807";
        QCOMPARE(client.send("GET", "/?" + list, signer.acs("GET", hostOf(endpoint), "ListKvs", list, {}, "n8")).status,
            400);
        const QByteArray word = "Namespace=miaobu&PageNumber=first";
        QCOMPARE(
            codeOf(client.send("GET", "/?" + word, signer.acs("GET", hostOf(endpoint), "ListKvs", word, {}, "n9"))),
            u"InvalidPageNumber"_s);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<emulator::Emulator> m_emulator;
};

QTEST_GUILESS_MAIN(TestEmulatorSignatures)
#include "tst_emulator_signatures.moc"
