#include "aliyun/wire/oss_client.h"
#include "aliyun/wire/oss_signer.h"
#include "core/async/error.h"
#include "tests/wire/recordings.h"

#include <QtTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::aliyun;
using miaobu::test::pairs;
using miaobu::test::readRecordings;
using miaobu::test::text;

namespace {

OssScope at(qint64 unixTime) {
    return {"cn-hangzhou", QDateTime::fromSecsSinceEpoch(unixTime, Qt::UTC)};
}

// The request of the signer tests of Alibaba Cloud's OSS client for Go.
OssSignable goRequest(const QByteArray& type) {
    return {"PUT", "bucket", "1234+-/123/1.txt",
        {{"+param1", "value3"}, {"+param2", ""}, {"|param1", "value4"}, {"|param2", ""}, {"param1", "value1"},
            {"param2", ""}},
        {{"x-oss-head1", "value"}, {"abc", "value"}, {"ZAbc", "value"}, {"XYZ", "value"}, {"content-type", type}}, {}};
}

QByteArray signatureOf(const OssSignable& signedRequest) {
    return headerValue(signedRequest.headers, "authorization").split('=').last();
}

QByteArray presigned(const OssSignable& signable, const Credentials& credentials, const OssScope& scope) {
    return presignOss(signable, credentials, scope, 599s).last().second;
}

} // namespace

class TestOssSigner : public QObject {
    Q_OBJECT

private slots:
    void signsHeaders() {
        OssSignable request = goRequest("text/plain");
        QVERIFY(ossCanonicalRequest(request).startsWith(
            "PUT\n/bucket/1234%2B-/123/1.txt\n"
            "%2Bparam1=value3&%2Bparam2&%7Cparam1=value4&%7Cparam2&param1=value1&param2\n"));
        QCOMPARE(signatureOf(signOss(request, {"ak", "sk", {}}, at(1702743657))),
            "e21d18daa82167720f9b1047ae7e7f1ce7cb77a31e8203a7d5f4624fa0284afe");
        QCOMPARE(signatureOf(signOss(request, {"ak", "sk", "token"}, at(1702784856))),
            "b94a3f999cf85bcdc00d332fbd3734ba03e48382c36fa4d5af5df817395bd9ea");
        request.additionalHeaders = {"zabc", "abc"};
        const OssSignable withMore = signOss(request, {"ak", "sk", {}}, at(1702747512));
        QCOMPARE(signatureOf(withMore), "4a4183c187c07c8947db7620deb0a6b38d9fbdd34187b6dbaccb316fa251212f");
        QVERIFY(headerValue(withMore.headers, "authorization").contains(",AdditionalHeaders=abc;zabc,"));
    }

    void namesNoAdditionalHeaderThatIsNotSent() {
        OssSignable request{"GET", "bucket", "key", {}, {}, {"range"}};
        QVERIFY(!headerValue(signOss(request, {"ak", "sk", {}}, at(1702743657)).headers, "authorization")
                .contains("AdditionalHeaders"));
    }

    void signsUrls() {
        OssSignable request = goRequest("application/octet-stream");
        QCOMPARE(presigned(request, {"ak", "sk", {}}, at(1702781677)),
            "a39966c61718be0d5b14e668088b3fa07601033f6518ac7b523100014269c0fe");
        QCOMPARE(presigned(request, {"ak", "sk", "token"}, at(1702785388)),
            "3817ac9d206cd6dfc90f1c09c00be45005602e55898f26f5ddb06d7892e1f8b5");
        request.additionalHeaders = {"abc", "zabc"};
        QCOMPARE(presigned(request, {"ak", "sk", {}}, at(1702783809)),
            "6bd984bfe531afb6db1f7550983a741b103a8c58e5e14f83ea474c2322dfa2b7");
    }

    void signsCallsOfABucketAndOfTheService() {
        const OssScope scope{"cn-hangzhou", QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC)};
        const Credentials credentials{"testAk", "testSk", {}};
        QCOMPARE(signatureOf(signOss({"PUT", "my-bucket", "projects/demo/1/index.html", {},
                                         {{"content-type", "text/html; charset=utf-8"}}, {}},
                     credentials, scope)),
            "24dbf36300417d0358a8b1011bb3f37f1ba83704a241572a16160ea79c6d4f1f");
        QCOMPARE(signatureOf(signOss({"GET", "my-bucket", "",
                                         {{"prefix", "projects/demo/"}, {"max-keys", "1000"}, {"list-type", "2"},
                                             {"encoding-type", "url"}},
                                         {}, {}},
                     credentials, scope)),
            "32b3e416c7ece64b5498f4e44eb9a357345ddaf03e46bba0f20114a2a0fe5664");
        QCOMPARE(signatureOf(signOss(
                     {"POST", "my-bucket", "", {{"encoding-type", "url"}, {"delete", ""}},
                         {{"Content-MD5", "putRonz50rh8lDR6QxgVSA=="}, {"Content-Type", "application/xml"}}, {}},
                     credentials, scope)),
            "c1e504248b5d4040914369c8450da27f44b576cc5c1a3b469f4aa4ca6f4a2e34");
        QCOMPARE(signatureOf(signOss({"GET", "", "", {}, {}, {}}, credentials, scope)),
            "808089944bad30691abe6d537cb56b4eb3e931bda48a6431d8087554d8818af9");
    }

    void agreesWithAlibabasOwnClient() {
        const auto [credentials, requests] = readRecordings(QStringLiteral(TEST_DATA_DIR "/oss.json"));
        QVERIFY(requests.size() > 100);
        for (const QJsonObject& recorded : requests) {
            OssSignable request{text(recorded, "method"), text(recorded, "bucket"), text(recorded, "key"),
                pairs(recorded, "query"), pairs(recorded, "headers"), {}};
            for (const QJsonValue& name : recorded.value(u"additional"_s).toArray()) {
                request.additionalHeaders.append(name.toString().toUtf8());
            }
            QDateTime time
                = QDateTime::fromString(QString::fromUtf8(text(recorded, "date")), u"yyyyMMdd'T'HHmmss'Z'"_s);
            time.setTimeSpec(Qt::UTC);
            const OssScope scope{text(recorded, "region"), time};
            QVERIFY2(ossSignature(request, credentials, scope) == text(recorded, "signature"),
                text(recorded, "name").constData());
        }
    }

    void namesTheBucketWhereTheEndpointWantsIt() {
        const QString key = u"a b+%/../你~'.txt"_s;
        const QByteArray encoded = "/a%20b%2B%25/../%E4%BD%A0~%27.txt";
        const auto url = [key](const QString& endpoint) {
            return ossUrl(ossBucket(QUrl(endpoint), u"site"_s, u"oss-cn-hangzhou"_s), key);
        };
        QCOMPARE(url(u"https://oss-cn-hangzhou.aliyuncs.com"_s), "https://site.oss-cn-hangzhou.aliyuncs.com" + encoded);
        QCOMPARE(url(u"https://oss-cn-hangzhou.aliyuncs.com:8443/"_s),
            "https://site.oss-cn-hangzhou.aliyuncs.com:8443" + encoded);
        QCOMPARE(url(u"https://files.example.com"_s), "https://files.example.com" + encoded);
        QCOMPARE(url(u"http://127.0.0.1:9000"_s), "http://127.0.0.1:9000/site" + encoded);
        QCOMPARE(url(u"http://localhost:9000"_s), "http://localhost:9000/site" + encoded);
        QCOMPARE(url(u"https://[2001:db8::1]"_s), "https://[2001:db8::1]/site" + encoded);
        QCOMPARE(
            ossBucket(QUrl(u"https://files.example.com"_s), u"site"_s, u"oss-cn-hangzhou"_s).region, "cn-hangzhou");
    }

    void refusesEndpointsThatAreNotSafe() {
        for (const QString& endpoint : {u"http://oss-cn-hangzhou.aliyuncs.com"_s, u"https://u:p@example.com"_s,
                 u"https://example.com/path"_s, u"https://example.com?x"_s, u"ftp://127.0.0.1"_s, u"example.com"_s}) {
            QVERIFY_THROWS_EXCEPTION(Error, endpointOf(QUrl(endpoint)));
        }
    }
};

QTEST_APPLESS_MAIN(TestOssSigner)
#include "tst_oss_signer.moc"
