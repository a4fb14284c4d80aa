#include "aliyun/wire/service_error.h"
#include "aliyun/wire/xml_tree.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::aliyun;

namespace {

const Credentials keys{"LTAI-id", "the-secret", "the-token"};
const CallSubject subject{u"index.html"_s, u"oss:PutObject"_s};

Error errorOf(int status, const QByteArray& body, const HttpHeaders& headers = {}) {
    return serviceError({status, headers, body}, subject, keys).value_or(Error(ErrorKind::Internal, u"no failure"_s));
}

QByteArray xml(const QByteArray& code, const QByteArray& message = "It failed") {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message
        + "</Message><RequestId>5F</RequestId><EC>0026</EC></Error>";
}

QByteArray json(const QByteArray& code, const QByteArray& message = "It failed") {
    return R"({"RequestId":"A-1","Code":")" + code + R"(","Message":")" + message + R"("})";
}

class FixedClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override { return {QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC}; }
};

} // namespace

class TestServiceError : public QObject {
    Q_OBJECT

private slots:
    void meaning_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<bool>("retryable");
        QTest::newRow("unknown key") << 404 << json("InvalidAccessKeyId.NotFound") << ErrorKind::CredentialsRejected
                                     << false;
        QTest::newRow("unknown key, OSS")
            << 403 << xml("InvalidAccessKeyId") << ErrorKind::CredentialsRejected << false;
        QTest::newRow("token") << 403 << xml("InvalidSecurityToken") << ErrorKind::CredentialsRejected << false;
        QTest::newRow("signature") << 403 << xml("SignatureDoesNotMatch") << ErrorKind::SignatureRejected << false;
        QTest::newRow("nonce") << 400 << json("SignatureNonceUsed") << ErrorKind::SignatureRejected << true;
        QTest::newRow("clock") << 400 << json("InvalidTimeStamp.Expired") << ErrorKind::ClockSkew << false;
        QTest::newRow("clock, OSS") << 403 << xml("RequestTimeTooSkewed") << ErrorKind::ClockSkew << false;
        QTest::newRow("throttled") << 400 << json("Throttling.User") << ErrorKind::Throttled << true;
        QTest::newRow("throttled, other") << 503 << json("Rejected.Throttling") << ErrorKind::Throttled << true;
        QTest::newRow("throttled, by status") << 429 << ""_ba << ErrorKind::Throttled << true;
        QTest::newRow("busy site") << 400 << json("Site.ServiceBusy") << ErrorKind::Conflict << true;
        QTest::newRow("no filing") << 400 << json("InvalidICP") << ErrorKind::IcpMissing << false;
        QTest::newRow("no filing, of a hostname")
            << 400 << json("CustomHostname.InvalidICP") << ErrorKind::IcpMissing << false;
        QTest::newRow("no filing, in words")
            << 403 << json("Forbidden", "The domain has no ICP filing.") << ErrorKind::IcpMissing << false;
        QTest::newRow("no object") << 404 << xml("NoSuchKey") << ErrorKind::NotFound << false;
        QTest::newRow("no entry") << 404 << json("InvalidKey.NotFound") << ErrorKind::NotFound << false;
        QTest::newRow("exists") << 409 << xml("FileAlreadyExists") << ErrorKind::Conflict << false;
        QTest::newRow("arrears") << 403 << xml("InDebt") << ErrorKind::InArrears << false;
        QTest::newRow("balance") << 403 << json("InsufficientBalance") << ErrorKind::InArrears << false;
        QTest::newRow("disabled key") << 403 << json("InvalidAccessKeyId.Inactive") << ErrorKind::CredentialsRejected
                                      << false;
        QTest::newRow("expired token") << 403 << json("InvalidSecurityToken.Expired") << ErrorKind::CredentialsRejected
                                       << false;
        QTest::newRow("bucket name") << 409 << xml("BucketAlreadyExists") << ErrorKind::Conflict << false;
        QTest::newRow("public access") << 403 << xml("AccessDenied", "Put public bucket acl is not allowed")
                                       << ErrorKind::Conflict << false;
        QTest::newRow("purges") << 400 << json("PurgeQuotaExceeded") << ErrorKind::QuotaExceeded << false;
        QTest::newRow("versions") << 400 << json("CodeVersionNumberExceedQuotaLimit") << ErrorKind::QuotaExceeded
                                  << false;
        QTest::newRow("record") << 400 << json("RecordAlreadyExistWithSameName") << ErrorKind::Conflict << false;
        QTest::newRow("function") << 409 << json("FunctionAlreadyExists") << ErrorKind::Conflict << false;
        QTest::newRow("no routine") << 400 << json("RoutineNotExist") << ErrorKind::NotFound << false;
        QTest::newRow("no repository") << 400 << json("REPO_NOT_EXIST") << ErrorKind::NotFound << false;
        QTest::newRow("wrong method") << 403 << json("UnsupportedHTTPMethod") << ErrorKind::Internal << false;
        QTest::newRow("no such action") << 404 << json("InvalidAction.NotFound") << ErrorKind::Internal << false;
        QTest::newRow("server") << 500 << xml("InternalError") << ErrorKind::ServiceError << true;
        QTest::newRow("gateway, HTML") << 502 << "<html><body><p>Bad<br>Gateway</body></html>"_ba
                                       << ErrorKind::ServiceError << true;
        QTest::newRow("bad input") << 400 << json("InvalidParameter") << ErrorKind::InvalidInput << false;
        QTest::newRow("transient") << 400 << xml("BadRequest") << ErrorKind::ServiceError << true;
    }

    void meaning() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const Error error = errorOf(status, body);
        QTEST(error.kind, "kind");
        QTEST(error.retryable, "retryable");
        QCOMPARE(error.subject, u"index.html"_s);
    }

    void successIsNoError() {
        QVERIFY(!serviceError({200, {}, {}}, subject, keys));
        QVERIFY(!serviceError({204, {}, {}}, subject, keys));
        QVERIFY(serviceError({304, {}, {}}, subject, keys));
    }

    void keepsTheRequestId() {
        QCOMPARE(errorOf(404, xml("NoSuchKey")).requestId, u"5F"_s);
        QCOMPARE(errorOf(404, json("InvalidKey.NotFound")).requestId, u"A-1"_s);
        QCOMPARE(errorOf(404, {}, {{"x-oss-request-id", "6A"}}).requestId, u"6A"_s);
        QCOMPARE(errorOf(404, R"({"requestId":"b","code":"FunctionNotFound"})").requestId, u"b"_s);
        QCOMPARE(errorOf(404, json("InvalidKey.NotFound")).detail, u"InvalidKey.NotFound: It failed"_s);
    }

    void readsTheHeaderOfAnAnswerWithoutABody() {
        const Error error = errorOf(404, {}, {{"x-oss-err", xml("NoSuchBucket").toBase64()}});
        QVERIFY(error.detail.startsWith("NoSuchBucket"_L1));
    }

    void namesTheMissingPermission() {
        QCOMPARE(errorOf(403, xml("AccessDenied")).subject, u"oss:PutObject"_s);
        const QByteArray detailed = R"({"Code":"Forbidden.RAM","AccessDeniedDetail":{"AuthAction":"esa:PutKv"}})";
        const Error error = errorOf(403, detailed);
        QCOMPARE(error.kind, ErrorKind::AccessDenied);
        QCOMPARE(error.subject, u"esa:PutKv"_s);
    }

    void aBucketInAnotherRegionIsNoMissingPermission() {
        const QByteArray message = "The bucket you are attempting to access must be addressed using the specified "
                                   "endpoint. Please send all future requests to this endpoint.";
        const Error error = errorOf(403,
            "<Error><Code>AccessDenied</Code><Message>" + message
                + "</Message><Bucket>photos</Bucket><Endpoint>oss-cn-beijing.aliyuncs.com</Endpoint></Error>");
        QCOMPARE(error.kind, ErrorKind::BucketElsewhere);
        QCOMPARE(error.subject, u"photos"_s);
        QCOMPARE(error.alternatives, QStringList(u"oss-cn-beijing.aliyuncs.com"_s));
        QVERIFY(!error.retryable);
        const Error bare = errorOf(403, xml("AccessDenied", message));
        QCOMPARE(bare.kind, ErrorKind::BucketElsewhere);
        QCOMPARE(bare.subject, u"index.html"_s);
    }

    void namesTheProductThatIsNotActivated() {
        const Error kv = errorOf(404, json("InvalidAccount.NotFound"));
        QCOMPARE(kv.kind, ErrorKind::NotActivated);
        QCOMPARE(kv.subject, u"Edge KV"_s);
        const HttpResponse refused{
            403, {}, R"({"Code":"AccessDenied","Message":"FC service is not enabled for current user."})"};
        const Error functions = *serviceError(refused, {u"f"_s, u"fc:CreateFunction"_s}, keys);
        QCOMPARE(functions.kind, ErrorKind::NotActivated);
        QCOMPARE(functions.subject, u"Function Compute"_s);
        const Error registry = *serviceError({404, {}, json("USER_NOT_EXIST")}, {u"x"_s, u"cr:GetRepo"_s}, keys);
        QCOMPARE(registry.kind, ErrorKind::NotActivated);
        QCOMPARE(registry.subject, u"Container Registry"_s);
    }

    void aRedirectNamesItsHostOnly() {
        const Error error = errorOf(307, {}, {{"Location", "https://other.example.com/?Signature=abc"}});
        QCOMPARE(error.kind, ErrorKind::Redirected);
        QCOMPARE(error.subject, u"index.html"_s);
        QCOMPARE(error.detail, u"other.example.com"_s);
    }

    void saysNoSecret() {
        const Error denied = errorOf(403, xml("AccessDenied", "token the-token and the-secret"));
        QVERIFY(!QByteArray(denied.what()).contains("the-token"));
        QVERIFY(!QByteArray(denied.what()).contains("the-secret"));
        const Error mismatch = errorOf(403, xml("SignatureDoesNotMatch", "CanonicalRequest: PrivateKey=abc"));
        QVERIFY(!QByteArray(mismatch.what()).contains("abc"));
    }

    void learnsTheTimeOnce() {
        const auto clock = std::make_shared<ServerClock>(std::make_shared<FixedClock>());
        const auto failureOf = faultReader(subject, keys, clock);
        const HttpResponse late{403, {{"Date", "Fri, 02 Jan 2026 05:04:05 GMT"}}, xml("RequestTimeTooSkewed")};
        QVERIFY(failureOf(late)->retryable);
        QCOMPARE(clock->now(), QDateTime(QDate(2026, 1, 2), QTime(5, 4, 5), Qt::UTC));
        QVERIFY(!failureOf(late)->retryable);
    }

    void refusesXmlThatIsATrap() {
        QVERIFY_THROWS_EXCEPTION(Error, parseXml("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"));
        QVERIFY_THROWS_EXCEPTION(Error, parseXml(QByteArray("<a>").repeated(1000)));
        QVERIFY_THROWS_EXCEPTION(Error, parseXml(QByteArray("<a>").repeated(17) + QByteArray("</a>").repeated(17)));
        QVERIFY_THROWS_EXCEPTION(Error, parseXml("<a><b></a>"));
        QVERIFY_THROWS_EXCEPTION(Error, parseXml(""));
        QCOMPARE(parseXml("<a> <b>1 &amp; 2</b><b>3</b></a>").childText(u"b"), u"1 & 2"_s);
    }
};

QTEST_APPLESS_MAIN(TestServiceError)
#include "tst_service_error.moc"
