#include "aliyun/wire/acs_signer.h"
#include "aliyun/wire/esa_actions.h"
#include "core/async/error.h"
#include "tests/wire/recordings.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::aliyun;
using miaobu::test::pairs;
using miaobu::test::readRecordings;
using miaobu::test::text;

namespace {

struct Vector {
    const char* name;
    AcsRequest request;
    QByteArray action;
    QByteArray version;
    QByteArray token;
    QByteArray signature;
};

AcsRequest request(const QByteArray& method, const QByteArray& host, const Parameters& query,
    const QByteArray& type = {}, const QByteArray& body = {}, const QByteArray& path = "/") {
    AcsRequest made{method, host, path, query, {}, body};
    if (!type.isEmpty()) {
        made.headers.append(HttpHeader{"content-type", type});
    }
    return made;
}

QList<Vector> vectors() {
    const QByteArray esa = "esa.cn-hangzhou.aliyuncs.com";
    const QByteArray fc = "fcv3.cn-hangzhou.aliyuncs.com";
    const Parameters key{{"Key", "demo.example.com"}, {"Namespace", "miaobu"}};
    return {
        {"PutKv",
            request("POST", esa, key, "application/x-www-form-urlencoded",
                encodeForm({{"Value", R"({"type":"static","oss_path":"projects/demo/1"})"}})),
            "PutKv", "2024-09-10", "", "c16453565459ad452dc84974473314394a25d5cc175e1b4e9ede982f70bd25e7"},
        {"DeleteKv", request("GET", esa, key), "DeleteKv", "2024-09-10", "",
            "8d1a6409a08a30aba82aa6041c50638596f75ed71615416aa0412ad81f940e8a"},
        {"PurgeCaches",
            request("POST", esa,
                {{"Type", "hostname"}, {"SiteId", "1234567890"}, {"Content", R"({"Hostnames":["demo.example.com"]})"}}),
            "PurgeCaches", "2024-09-10", "", "14008e9dc73b380fd35e5dbda3d3924cdf742cde941b074fd17f45f60e2f4c94"},
        {"GetCallerIdentity with a token", request("POST", "sts.aliyuncs.com", {}), "GetCallerIdentity", "2015-04-01",
            "testToken", "88d01fb7d50764c161f64ae7adaeaa6f80273f21e396935b5658d7f06bff045e"},
        {"CreateTrigger",
            request("POST", fc, {}, "application/json; charset=utf-8",
                "{\"triggerName\":\"http-trigger\",\"triggerType\":\"http\",\"qualifier\":\"LATEST\","
                "\"triggerConfig\":\"{\\\"authType\\\":\\\"anonymous\\\",\\\"methods\\\":[\\\"GET\\\"]}\"}",
                "/2023-03-30/functions/miaobu-demo/triggers"),
            "CreateTrigger", "2023-03-30", "", "6a78264c1a57ac44c37312808afd9da788e6594fb2a8973a055fe7da9397d2ac"},
        {"ListFunctions",
            request("GET", fc, {{"prefix", "miaobu-"}, {"limit", "100"}}, {}, {}, "/2023-03-30/functions"),
            "ListFunctions", "2023-03-30", "", "fc597c8f875f0d59e3e17f72471ba26135ee28e6c15581fb81e166e457a10573"},
        {"GetAuthorizationToken", request("GET", "cr.cn-hangzhou.aliyuncs.com", {}, {}, {}, "/tokens"),
            "GetAuthorizationToken", "2016-06-07", "",
            "d4da15f87ddfccbcfbdb9dd73c8cc4ca57a478fcbb4179b70962b194f31c5672"},
        {"odd values", request("GET", esa, {{"Key", "a b*c~d+e/\xe4\xb8\xad'()!"}, {"Empty", ""}}), "GetKv",
            "2024-09-10", "", "7379131307f59cbfb7b3aa82f40de8cd0dbe975cd85129cacc53f2ec0c283492"},
    };
}

} // namespace

class TestAcsSigner : public QObject {
    Q_OBJECT

private slots:
    void signsKnownRequests() {
        const QDateTime time(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
        for (const Vector& vector : vectors()) {
            const Credentials credentials{"testAk", "testSk", vector.token};
            const AcsRequest signedRequest = signAcs(
                vector.request, vector.action, vector.version, credentials, time, "00000000000000000000000000000001");
            const QByteArray authorization = headerValue(signedRequest.headers, "Authorization");
            QVERIFY2(authorization.endsWith(",Signature=" + vector.signature), vector.name);
        }
    }

    void matchesThePublishedExample() {
        const QDateTime time(QDate(2023, 10, 26), QTime(10, 22, 32), Qt::UTC);
        const AcsRequest signedRequest = signAcs(
            request("POST", "ecs.cn-shanghai.aliyuncs.com",
                {{"ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd"}, {"RegionId", "cn-shanghai"}}),
            "RunInstances", "2014-05-26", {"YourAccessKeyId", "YourAccessKeySecret", {}}, time,
            "3156853299f313e23d1673dc12e1703d");
        QCOMPARE(sha256Hex(acsCanonicalRequest(signedRequest)),
            "7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259");
        QCOMPARE(headerValue(signedRequest.headers, "authorization"),
            "ACS3-HMAC-SHA256 "
            "Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;"
            "x-acs-signature-nonce;x-acs-version,Signature="
            "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    }

    void agreesWithAlibabasOwnClients() {
        const auto [credentials, requests] = readRecordings(QStringLiteral(TEST_DATA_DIR "/acs.json"));
        QVERIFY(requests.size() > 90);
        for (const QJsonObject& recorded : requests) {
            const AcsRequest request{text(recorded, "method"), {}, text(recorded, "path"), pairs(recorded, "query"),
                pairs(recorded, "headers"), text(recorded, "body")};
            const QByteArray authorization = acsAuthorization(request, credentials);
            QVERIFY2(authorization.endsWith(",Signature=" + text(recorded, "signature")),
                text(recorded, "name").constData());
        }
    }

    void putsParametersWhereAlibabasOwnClientDoes() {
        QSet<QByteArray> seen;
        for (const QJsonObject& recorded : readRecordings(QStringLiteral(TEST_DATA_DIR "/acs.json")).requests) {
            const QByteArray action = text(recorded, "action");
            if (text(recorded, "sdk") != "@alicloud/esa20240910" || action == "AuthorizeFileUpload") {
                continue;
            }
            const Parameters all = pairs(recorded, "query") + pairs(recorded, "form");
            // The one place where ours differs on purpose: a private key does not belong into a URL.
            const auto isSecret
                = [](const Parameter& one) { return one.first == "Certificate" || one.first == "PrivateKey"; };
            Parameters query = pairs(recorded, "query");
            query.removeIf(isSecret);
            Parameters form = pairs(recorded, "form");
            std::copy_if(all.begin(), all.end(), std::back_inserter(form), isSecret);
            const RpcCall call = esaCall(action, all);
            QVERIFY2(call.method == text(recorded, "method"), action.constData());
            QVERIFY2(call.query == query, action.constData());
            QVERIFY2(call.form == form, action.constData());
            seen.insert(action);
        }
        QVERIFY(seen.size() >= 25);
        QVERIFY_THROWS_EXCEPTION(Error, esaCall("PutEdgeKVKey", {}));
    }
};

QTEST_APPLESS_MAIN(TestAcsSigner)
#include "tst_acs_signer.moc"
