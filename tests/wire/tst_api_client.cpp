#include "aliyun/wire/acr_actions.h"
#include "aliyun/wire/esa_actions.h"
#include "aliyun/wire/fc_actions.h"
#include "aliyun/wire/json_number.h"
#include "core/async/error.h"
#include "tests/net/loopback_server.h"
#include "tests/support/await.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::aliyun;
using miaobu::test::await;
using miaobu::test::LoopbackServer;
using miaobu::test::ReceivedRequest;

namespace {

const Credentials keys{"LTAI-id", "the-secret", "the-token"};

/// Answers each call with the next of its answers, the last one again and again; an empty one cuts the connection.
class Service : public LoopbackServer {
public:
    explicit Service(QByteArrayList answers)
        : LoopbackServer([answers, next = qsizetype{0}](const ReceivedRequest&, QTcpSocket& socket) mutable {
              const QByteArray answer = answers.at(std::min(next++, answers.size() - 1));
              if (answer.isEmpty()) {
                  socket.disconnectFromHost();
              } else {
                  socket.write(answer);
              }
          }) { }

    [[nodiscard]] QJsonObject call(RpcCall call) {
        const RpcClient client(std::make_shared<HttpClient>(), service("esa", esaVersion), keys, quick());
        return await(client.call(std::move(call), {}));
    }
    [[nodiscard]] QJsonObject call(RoaCall call) {
        const RoaClient client(std::make_shared<HttpClient>(), service("fc", fcVersion), keys, quick());
        return await(client.call(std::move(call), {}));
    }
    template <typename Call> [[nodiscard]] Error failureOf(Call made) {
        try {
            (void)call(std::move(made));
        } catch (const Error& error) {
            return error;
        }
        return Error(ErrorKind::Internal, u"no failure"_s);
    }

private:
    [[nodiscard]] ApiService service(const QByteArray& product, const QByteArray& version) const {
        return {endpointOf(QUrl(QString::fromLatin1(url("")))), product, version};
    }
    static RetryPolicy quick() {
        RetryPolicy policy;
        policy.firstDelay = 1ms;
        return policy;
    }
};

QByteArray answer(const QByteArray& body, const QByteArray& status = "200 OK") {
    return LoopbackServer::answer(body, status, "x-acs-request-id: R-1\r\n");
}

} // namespace

class TestApiClient : public QObject {
    Q_OBJECT

private slots:
    void answersThatAreNone_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("HTML") << "<html><body>Welcome to the hotel</body></html>"_ba;
        QTest::newRow("truncated") << "{\"RequestId\":\"R-1\",\"Value\":\"ab"_ba;
        QTest::newRow("a list") << "[1,2,3]"_ba;
        QTest::newRow("a text") << "\"hello\""_ba;
        QTest::newRow("nested deeply") << QByteArray(100000, '[');
        QTest::newRow("nested deeply, objects") << QByteArray("{\"a\":").repeated(50000);
        QTest::newRow("no UTF-8") << QByteArray("\xff\xfe\x00{", 4);
        QTest::newRow("huge") << '"' + QByteArray((16 << 20) + 1, 'x');
    }

    void answersThatAreNone() {
        QFETCH(QByteArray, body);
        Service service({answer(body)});
        const Error error = service.failureOf(esaCall("GetKv", {{"Namespace", "n"}, {"Key", "k"}}));
        QCOMPARE(error.kind, ErrorKind::MalformedResponse);
        QCOMPARE(error.requestId, u"R-1"_s);
        QCOMPARE(service.requests.size(), 1);
    }

    void anEmptyAnswerIsAnEmptyObject() {
        Service service({answer("", "204 No Content")});
        QVERIFY(service.call(fcCall("DeleteFunction", {u"f"_s})).isEmpty());
    }

    void aFailureInsideAGoodStatus() {
        Service refused({answer(R"({"IsSuccess":false,"Code":"NAMESPACE_ALREADY_EXIST","RequestId":"Q"})")});
        const Error exists = refused.failureOf(acrEnterpriseCall("CreateNamespace", {}));
        QCOMPARE(exists.kind, ErrorKind::Conflict);
        QCOMPARE(exists.requestId, u"Q"_s);
        Service unverified({answer(R"({"Code":"CustomHostname.VerifyUnpassed","Message":"No TXT","RequestId":"Q"})")});
        const Error unpassed = unverified.failureOf(esaCall("VerifyCustomHostname", {{"HostnameId", "1"}}));
        QVERIFY(unpassed.detail.startsWith("CustomHostname.VerifyUnpassed"_L1));
        QVERIFY(!unpassed.retryable);
        Service fine({answer(R"({"IsSuccess":true,"Code":"success","Message":"","RepoId":"r"})")});
        QCOMPARE(fine.call(acrEnterpriseCall("GetRepository", {})).value("RepoId"_L1).toString(), u"r"_s);
    }

    void aRedirectIsNotFollowed() {
        Service other({answer("{}")});
        Service service({LoopbackServer::answer("", "307 Elsewhere", "Location: " + other.url("/") + "\r\n")});
        const Error error = service.failureOf(esaCall("PutKv", {{"Value", "v"}}));
        QCOMPARE(error.kind, ErrorKind::Redirected);
        QVERIFY(other.requests.isEmpty());
    }

    void callsAgainAfterItWasThrottled() {
        Service service(
            {LoopbackServer::answer(R"({"Code":"Throttling.User"})", "400 Bad Request", "x-acs-retry-after: 20\r\n"),
                answer("{}")});
        (void)service.call(esaCall("CreateRoutineRoute", {{"SiteId", "1"}}));
        QCOMPARE(service.requests.size(), 2);
    }

    void throttlingThatDoesNotEndIsSaid() {
        Service service({LoopbackServer::answer(R"({"Code":"Throttling.User","Message":"Too fast","RequestId":"T"})",
            "400 Bad Request", "x-acs-retry-after: 5\r\n")});
        const Error error = service.failureOf(esaCall("PutKv", {{"Namespace", "n"}, {"Key", "k"}, {"Value", "v"}}));
        QCOMPARE(error.kind, ErrorKind::Throttled);
        QCOMPARE(error.requestId, u"T"_s);
        QVERIFY(error.retryable);
        QCOMPARE(service.requests.size(), 3);
    }

    void repeatsAfterACutWhatMayBeDoneTwice() {
        Service service({"", "", answer("{}")});
        (void)service.call(esaCall("PutKv", {{"Namespace", "n"}, {"Key", "k"}, {"Value", "v"}}));
        QCOMPARE(service.requests.size(), 3);
    }

    void doesNotMakeAThingTwice() {
        for (const char* action : {"CommitRoutineStagingCode", "CreateRoutineRoute", "ApplyCertificate"}) {
            Service cut({""});
            QCOMPARE(cut.failureOf(esaCall(action, {})).kind, ErrorKind::ConnectionLost);
            QCOMPARE(cut.requests.size(), 1);
            Service broken({answer("{\"Code\":\"InternalError\"}", "500 Oh")});
            QCOMPARE(broken.failureOf(esaCall(action, {})).kind, ErrorKind::ServiceError);
            QCOMPARE(broken.requests.size(), 1);
            Service busy({answer("{\"Code\":\"Site.ServiceBusy\"}", "400 Busy"), answer("{}")});
            (void)busy.call(esaCall(action, {}));
            QCOMPARE(busy.requests.size(), 2);
        }
        Service published({""});
        QCOMPARE(published.failureOf(fcCall("PublishFunctionVersion", {u"f"_s})).kind, ErrorKind::ConnectionLost);
        QCOMPARE(published.requests.size(), 1);
    }

    void aPrivateKeyIsInNoUrlAndNoError() {
        Service service({answer(R"({"Code":"InvalidParameter","Message":"bad"})", "400 Bad")});
        const Error error = service.failureOf(esaCall("CreateCustomHostname",
            {{"SiteId", "1"}, {"Hostname", "www.example.com"}, {"SslFlag", "on"}, {"CertType", "upload"},
                {"Certificate", "PUBLIC-PEM"}, {"PrivateKey", "PRIVATE-PEM"}}));
        const ReceivedRequest& request = service.requests.first();
        QVERIFY(request.line.contains("Hostname=www.example.com"));
        QVERIFY(!request.line.contains("PEM"));
        QCOMPARE(request.body, "Certificate=PUBLIC-PEM&PrivateKey=PRIVATE-PEM");
        QVERIFY(!QByteArray(error.what()).contains("PEM"));
        QVERIFY(!error.detail.contains("PEM"_L1));
    }

    void encodesASegmentOnce() {
        Service service({answer("{}")});
        RoaCall call = fcCall("GetFunction", {u"a b/c+d~e*f%25中"_s});
        call.query = {{"qualifier", "LATEST"}};
        (void)service.call(call);
        QCOMPARE(service.requests.first().line,
            "GET /2023-03-30/functions/a%20b%2Fc%2Bd~e%2Af%2525%E4%B8%AD?qualifier=LATEST HTTP/1.1");
        QVERIFY(!service.requests.first().head.toLower().contains("content-type"));
        for (const QString& name : {u""_s, u"."_s, u".."_s}) {
            QCOMPARE(service.failureOf(fcCall("GetFunction", {name})).kind, ErrorKind::InvalidInput);
        }
        QCOMPARE(service.requests.size(), 1);
    }

    void sendsJson() {
        Service service({answer("{}")});
        RoaCall call = fcCall("UpdateFunction", {u"f"_s});
        QCOMPARE(call.idleTimeout, 300s);
        call.json = QJsonObject{{u"timeout"_s, 60}};
        (void)service.call(call);
        QCOMPARE(service.requests.first().line, "PUT /2023-03-30/functions/f HTTP/1.1");
        QVERIFY(service.requests.first().has("content-type: application/json; charset=utf-8"));
        QCOMPARE(service.requests.first().body, "{\"timeout\":60}");
    }

    void aTableRefusesWhatItDoesNotKnow() {
        QVERIFY_THROWS_EXCEPTION(Error, esaCall("PutEdgeKVKey", {}));
        QVERIFY_THROWS_EXCEPTION(Error, fcCall("GetFunction", {}));
        QVERIFY_THROWS_EXCEPTION(Error, fcCall("ListFunctions", {u"f"_s}));
    }

    void numbersAreExact() {
        const QByteArray json = "{\"n\":1710120201067203242,\"s\":\"1710120201067203243\",\"d\":1.5,"
                                "\"big\":18446744073709551616,\"t\":\"x\"}";
        const QJsonObject object = QJsonDocument::fromJson(json).object();
        QCOMPARE(wholeNumber(object.value("n"_L1), u"n"_s), 1710120201067203242);
        QCOMPARE(wholeNumber(object.value("s"_L1), u"s"_s), 1710120201067203243);
        QCOMPARE(idText(object.value("n"_L1), u"n"_s), u"1710120201067203242"_s);
        QCOMPARE(idText(object.value("s"_L1), u"s"_s), u"1710120201067203243"_s);
        for (const char* name : {"d", "big", "t", "missing"}) {
            QVERIFY_THROWS_EXCEPTION(Error, wholeNumber(object.value(QLatin1StringView(name)), {}));
        }
        QVERIFY_THROWS_EXCEPTION(Error, idText(object.value("big"_L1), {}));
        QVERIFY_THROWS_EXCEPTION(Error, idText(QString(), {}));
    }
};

QTEST_GUILESS_MAIN(TestApiClient)
#include "tst_api_client.moc"
