#include "aliyun/wire/post_object.h"
#include "core/async/error.h"
#include "tests/net/loopback_server.h"
#include "tests/support/await.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::aliyun;
using miaobu::test::await;
using miaobu::test::LoopbackServer;
using miaobu::test::ReceivedRequest;

namespace {

const FormFile code{"index.js", "application/javascript", "export default {}\r\n--x"};

// What ESA hands out for the code of a routine.
QJsonObject issued(const QString& url) {
    return {{u"Url"_s, url}, {u"OSSAccessKeyId"_s, u"LTAI-issued"_s}, {u"policy"_s, u"cG9saWN5"_s},
        {u"Signature"_s, u"c2lnbmVk/+="_s}, {u"callback"_s, u"Y2I="_s}, {u"x:codeDescription"_s, u"djE="_s},
        {u"key"_s, u"er/1/abc.js"_s}, {u"XOssSecurityToken"_s, u""_s}};
}

QByteArray field(const Parameters& fields, const QByteArray& name) {
    for (const auto& [known, value] : fields) {
        if (known == name) {
            return value;
        }
    }
    return "(none)";
}

} // namespace

class TestFormUpload : public QObject {
    Q_OBJECT

private slots:
    void relaysWhatAServiceIssued() {
        LoopbackServer server([](const ReceivedRequest&, QTcpSocket& socket) {
            socket.write(LoopbackServer::answer("", "204 No Content"));
        });
        await(sendForm(
            std::make_shared<HttpClient>(), issuedForm(issued(QString::fromLatin1(server.url(""))), code), {}, {}));
        QCOMPARE(server.requests.size(), 1);
        const ReceivedRequest& request = server.requests.first();
        QCOMPARE(request.line, "POST / HTTP/1.1");
        QVERIFY(!request.head.toLower().contains("authorization"));
        const qsizetype at = request.head.indexOf("boundary=");
        const QByteArray boundary = request.head.mid(at + 9).split('\r').first();
        for (const char* part :
            {"name=\"OSSAccessKeyId\"\r\n\r\nLTAI-issued\r\n", "name=\"policy\"\r\n\r\ncG9saWN5\r\n",
                "name=\"Signature\"\r\n\r\nc2lnbmVk/+=\r\n", "name=\"callback\"\r\n\r\nY2I=\r\n",
                "name=\"x:codeDescription\"\r\n\r\ndjE=\r\n", "name=\"key\"\r\n\r\ner/1/abc.js\r\n"}) {
            QVERIFY2(request.body.contains(part), part);
        }
        QVERIFY(!request.body.contains("oken"));
        QVERIFY(!request.body.contains("Url"));
        QVERIFY(request.body.endsWith("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"index.js\"\r\n"
                                      "Content-Type: application/javascript\r\n\r\nexport default {}\r\n--x\r\n--"
            + boundary + "--\r\n"));
    }

    void knowsBothSpellings() {
        QJsonObject config{{u"Url"_s, u"http://er-code.oss-cn-hangzhou.aliyuncs.com"_s}, {u"Key"_s, u"er/1/a.zip"_s},
            {u"Policy"_s, u"cA=="_s}, {u"XOssSecurityToken"_s, u"CAIS/+="_s}};
        const FormUpload upload = issuedForm(config, code);
        QCOMPARE(upload.url, "https://er-code.oss-cn-hangzhou.aliyuncs.com/");
        QCOMPARE(field(upload.fields, "key"), "er/1/a.zip");
        QCOMPARE(field(upload.fields, "policy"), "cA==");
        QCOMPARE(field(upload.fields, "x-oss-security-token"), "CAIS/+=");
        config.remove(u"Url"_s);
        QVERIFY_THROWS_EXCEPTION(Error, issuedForm(config, code));
        config.insert(u"Url"_s, 7);
        QVERIFY_THROWS_EXCEPTION(Error, issuedForm(config, code));
    }

    void aNameCannotBreakOutOfItsPart() {
        FormUpload upload = issuedForm(issued(u"https://oss.example.com"_s), code);
        upload.file.name = "a\"\r\nX: y";
        QVERIFY_THROWS_EXCEPTION(Error, formRequest(upload));
    }

    void saysWhatOssRefused() {
        int calls = 0;
        LoopbackServer server([&calls](const ReceivedRequest&, QTcpSocket& socket) {
            ++calls;
            const QByteArray body = "<Error><Code>" + QByteArray(calls == 1 ? "InternalError" : "AccessDenied")
                + "</Code><Message>Policy expired.</Message><RequestId>5F</RequestId></Error>";
            socket.write(LoopbackServer::answer(body, calls == 1 ? "500 Oh" : "403 No"));
        });
        RetryPolicy quick;
        quick.firstDelay = std::chrono::milliseconds(1);
        try {
            await(sendForm(std::make_shared<HttpClient>(),
                issuedForm(issued(QString::fromLatin1(server.url(""))), code), quick, {}));
            QFAIL("it was refused");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::AccessDenied);
            QCOMPARE(error.requestId, u"5F"_s);
            QVERIFY(error.detail.contains("Policy expired"_L1));
        }
        QCOMPARE(calls, 2);
    }

    void aFailedCallbackIsAFailure() {
        LoopbackServer server([](const ReceivedRequest&, QTcpSocket& socket) {
            socket.write(LoopbackServer::answer("", "203 Non-Authoritative", "x-oss-request-id: 77\r\n"));
        });
        RetryPolicy once;
        once.attempts = 1;
        try {
            await(sendForm(std::make_shared<HttpClient>(),
                issuedForm(issued(QString::fromLatin1(server.url(""))), code), once, {}));
            QFAIL("the callback failed");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::ServiceError);
            QCOMPARE(error.requestId, u"77"_s);
        }
    }

    void signsAFormOfItsOwn() {
        const OssBucket bucket
            = ossBucket(QUrl(u"https://oss-cn-hangzhou.aliyuncs.com"_s), u"gallery"_s, u"cn-hangzhou"_s);
        const QDateTime now(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
        const FormUpload upload = postObjectForm(bucket, {"testAk", "testSk", "testToken"}, now,
            {u"projects/a b.js"_s, std::chrono::minutes(10), 1000}, {{"Cache-Control", "no-cache"}, {"Expires", "0"}},
            code);
        QCOMPARE(upload.url, "https://gallery.oss-cn-hangzhou.aliyuncs.com/");
        QCOMPARE(field(upload.fields, "key"), "projects/a b.js");
        QCOMPARE(field(upload.fields, "x-oss-security-token"), "testToken");
        const QByteArray policy = field(upload.fields, "policy");
        const QJsonObject text = QJsonDocument::fromJson(QByteArray::fromBase64(policy)).object();
        QCOMPARE(text.value(u"expiration"_s).toString(), u"2026-01-02T03:14:05.000Z"_s);
        const QJsonArray conditions = text.value(u"conditions"_s).toArray();
        QVERIFY(conditions.contains(QJsonObject{{u"bucket"_s, u"gallery"_s}}));
        QVERIFY(conditions.contains(QJsonArray{u"content-length-range"_s, 0, 1000}));
        QVERIFY(conditions.contains(QJsonArray{u"eq"_s, u"$key"_s, u"projects/a b.js"_s}));
        QVERIFY(conditions.contains(
            QJsonObject{{u"x-oss-credential"_s, u"testAk/20260102/cn-hangzhou/oss/aliyun_v4_request"_s}}));
        QByteArray key = "aliyun_v4testSk";
        for (const QByteArray& part : {"20260102"_ba, "cn-hangzhou"_ba, "oss"_ba, "aliyun_v4_request"_ba}) {
            key = QMessageAuthenticationCode::hash(part, key, QCryptographicHash::Sha256);
        }
        QCOMPARE(field(upload.fields, "x-oss-signature"),
            QMessageAuthenticationCode::hash(policy, key, QCryptographicHash::Sha256).toHex());
    }
};

QTEST_GUILESS_MAIN(TestFormUpload)
#include "tst_form_upload.moc"
