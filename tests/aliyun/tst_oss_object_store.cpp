#include "core/async/parallel.h"
#include "core/model/crc64.h"
#include "tests/aliyun/cloud.h"
#include "tests/net/loopback_server.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::emulator::Fault;
using miaobu::test::await;
using miaobu::test::Cloud;
using miaobu::test::failureOf;
using miaobu::test::LoopbackServer;
using miaobu::test::ReceivedRequest;

namespace {

const ObjectHeaders html{u"text/html; charset=utf-8"_s, u"no-cache"_s};

const QStringList oddKeys{u"a b.txt"_s, u"a+b.txt"_s, u"100%.txt"_s, u"%2F.txt"_s, u"😀/你好.html"_s, u"x..y/...z"_s,
    u"a//b"_s, u"a&b<c>\"d'.txt"_s, u"~!*().txt"_s, u"[id]/{x}?y=1#z"_s, u"a\\b"_s, u"tab\tkey"_s, u"é (NFC)"_s,
    u"~tilde"_s};

QStringList keysOf(const QList<ObjectInfo>& objects) {
    QStringList keys;
    for (const ObjectInfo& object : objects) {
        keys.append(object.key);
    }
    return keys;
}

QCoro::Task<> putOne(ObjectStore* store, QString key, std::stop_token stop) {
    co_await store->put(key, key.toUtf8(), {}, stop);
}

} // namespace

class TestOssObjectStore : public QObject {
    Q_OBJECT

private slots:
    void keepsWhatItIsGiven() {
        Cloud cloud;
        auto store = cloud.store();
        await(store.put(u"projects/a/1/index.html"_s, "<p>hi</p>", html, {}));
        QCOMPARE(await(store.get(u"projects/a/1/index.html"_s, {})), "<p>hi</p>");
        const auto info = await(store.head(u"projects/a/1/index.html"_s, {}));
        QVERIFY(info);
        QCOMPARE(info->size, 9);
        QCOMPARE(info->crc64, crc64("<p>hi</p>"));
    }

    void whatIsNotThere() {
        Cloud cloud;
        auto store = cloud.store();
        QCOMPARE(failureOf(store.get(u"nothing"_s, {})).kind, ErrorKind::NotFound);
        QCOMPARE(failureOf(store.copy(u"nothing"_s, u"b"_s, html, {})).kind, ErrorKind::NotFound);
        QVERIFY(!await(store.head(u"nothing"_s, {})));
        await(store.remove({u"nothing"_s}, {}));
        QVERIFY(await(store.list(u"nothing"_s, {})).isEmpty());
    }

    void aMissingBucketIsNoMissingObject() {
        Cloud cloud;
        const emulator::EmulatorInfo& info = cloud.emulator.info();
        aliyun::OssObjectStore store(
            {cloud.client, aliyun::ossBucket(info.ossEndpoint, u"another-bucket"_s, info.region), cloud.keys});
        const Error error = failureOf(store.head(u"a"_s, {}));
        QCOMPARE(error.kind, ErrorKind::NotFound);
        QVERIFY(error.detail.startsWith("NoSuchBucket"_L1));
    }

    void anObjectThatReadsLikeAFailure() {
        Cloud cloud;
        auto store = cloud.store();
        const QByteArray content = R"({"Code":"Broken","Message":"It failed","IsSuccess":false})";
        await(store.put(u"a.json"_s, content, {u"application/json"_s, {}}, {}));
        QCOMPARE(await(store.get(u"a.json"_s, {})), content);
    }

    void answersThatAreNone_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("HTML") << "<html><body>Welcome to the hotel</body></html>"_ba;
        QTest::newRow("truncated") << "<ListBucketResult><Contents><Key>a"_ba;
        QTest::newRow("no next page") << "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>"_ba;
        QTest::newRow("a failure") << "<Error><Code>InternalError</Code></Error>"_ba;
        QTest::newRow("JSON") << "{}"_ba;
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("huge") << QByteArray((16 << 20) + 1, ' ');
    }

    void answersThatAreNone() {
        QFETCH(QByteArray, body);
        LoopbackServer server(
            [&body](const ReceivedRequest&, QTcpSocket& socket) { socket.write(LoopbackServer::answer(body)); });
        const QUrl endpoint(QString::fromLatin1(server.url("")));
        aliyun::OssObjectStore store({std::make_shared<HttpClient>(),
            aliyun::ossBucket(endpoint, u"bucket"_s, u"cn-hangzhou"_s), {"id", "secret", {}}});
        QCOMPARE(failureOf(store.list(u"a/"_s, {})).kind, ErrorKind::MalformedResponse);
        QCOMPARE(failureOf(store.copy(u"a"_s, u"b"_s, html, {})).kind, ErrorKind::MalformedResponse);
        QCOMPARE(server.requests.size(), 2);
    }

    void anEmptyObject() {
        Cloud cloud;
        auto store = cloud.store();
        await(store.put(u"empty"_s, "", {}, {}));
        QCOMPARE(await(store.get(u"empty"_s, {})), "");
        QCOMPARE(await(store.head(u"empty"_s, {}))->size, 0);
    }

    void oddKeysComeBackAsTheyWere() {
        Cloud cloud;
        auto store = cloud.store();
        for (const QString& key : oddKeys) {
            await(store.put(u"p/"_s + key, key.toUtf8(), html, {}));
            await(store.copy(u"p/"_s + key, u"q/"_s + key, html, {}));
        }
        for (const QString& key : oddKeys) {
            QCOMPARE(await(store.get(u"q/"_s + key, {})), key.toUtf8());
        }
        QStringList listed = keysOf(await(store.list(u"q/"_s, {})));
        QStringList expected = oddKeys;
        expected.replaceInStrings(QRegularExpression(u"^"_s), u"q/"_s);
        listed.sort();
        expected.sort();
        QCOMPARE(listed, expected);
        await(store.remove(listed, {}));
        QVERIFY(await(store.list(u"q/"_s, {})).isEmpty());
        QCOMPARE(await(store.list(u"p/"_s, {})).size(), oddKeys.size());
    }

    void copyReplacesTheHeaders() {
        Cloud cloud;
        auto store = cloud.store();
        await(store.put(u"a"_s, "x", {u"text/plain"_s, u"no-cache"_s}, {}));
        await(store.copy(u"a"_s, u"b"_s, {u"text/css"_s, u"max-age=1"_s}, {}));
        const emulator::EmulatorInfo& info = cloud.emulator.info();
        aliyun::OssClient oss(cloud.client, aliyun::ossBucket(info.ossEndpoint, info.bucket, info.region), cloud.keys);
        aliyun::OssCall call;
        call.method = "HEAD";
        call.key = u"b"_s;
        const HttpResponse response = await(oss.call(call, {}));
        QCOMPARE(response.header("content-type"), "text/css");
        QCOMPARE(response.header("cache-control"), "max-age=1");
    }

    void listsAndRemovesMoreThanOnePage() {
        Cloud cloud;
        auto store = cloud.store();
        QStringList keys;
        for (int i = 0; i < 1050; ++i) {
            keys.append(u"many/%1"_s.arg(i, 5, 10, QChar(u'0')));
        }
        ObjectStore* const pointer = &store;
        const auto work = [pointer](QString key) { return putOne(pointer, key, {}); };
        await(forEachLimited(keys, 64, work, {}));
        await(store.put(u"other"_s, "x", {}, {}));
        QCOMPARE(keysOf(await(store.list(u"many/"_s, {}))), keys);
        await(store.remove(keys, {}));
        QCOMPARE(cloud.calls("DeleteMultipleObjects"), 2);
        QCOMPARE(keysOf(await(store.list({}, {}))), QStringList(u"other"_s));
    }

    void sendsFiles_data() {
        QTest::addColumn<qsizetype>("size");
        QTest::newRow("empty") << qsizetype{0};
        QTest::newRow("small") << qsizetype{8192};
        QTest::newRow("at the limit") << qsizetype{262144};
        QTest::newRow("streamed") << qsizetype{262145};
        QTest::newRow("long") << qsizetype{5'000'000};
    }

    void sendsFiles() {
        QFETCH(qsizetype, size);
        Cloud cloud;
        auto store = cloud.store();
        const QByteArray content = QByteArray("0123456789abcdef!").repeated(size / 17 + 1).first(size);
        const QString path = write(content);
        await(store.putFile(u"file"_s, path, crc64(content), html, {}));
        QVERIFY(await(store.get(u"file"_s, {})) == content);

        // The lost reply, and a busy service: the whole file is sent again.
        cloud.emulator.faults().add({"PutObject", 1, 1, Fault::Effect::CutAfter, 503, "ServiceUnavailable"});
        cloud.emulator.faults().add({"PutObject", 2, 1, Fault::Effect::Refuse, 503, "ServiceUnavailable"});
        await(store.putFile(u"again"_s, path, crc64(content), html, {}));
        QVERIFY(await(store.get(u"again"_s, {})) == content);
        QCOMPARE(cloud.calls("PutObject"), 4);
    }

    void sendsLargeFilesInParts() {
        Cloud cloud;
        const emulator::EmulatorInfo& info = cloud.emulator.info();
        aliyun::OssObjectStore store(
            {cloud.client, aliyun::ossBucket(info.ossEndpoint, info.bucket, info.region), cloud.keys, cloud.policy}, 64,
            {300000, 128 << 10, 3});
        const QByteArray content = QByteArray("0123456789abcdef!").repeated(60000);
        const QString path = write(content);
        cloud.emulator.faults().add({"UploadPart", 2, 1, Fault::Effect::CutAfter, 0, ""});
        cloud.emulator.faults().add({"CompleteMultipartUpload", 1, 1, Fault::Effect::CutAfter, 0, ""});
        await(store.putFile(u"a b/film.mp4"_s, path, crc64(content), html, {}));
        QVERIFY(await(store.get(u"a b/film.mp4"_s, {})) == content);
        QCOMPARE(await(store.head(u"a b/film.mp4"_s, {}))->crc64, crc64(content));
        QCOMPARE(cloud.calls("UploadPart"), 9);
        QCOMPARE(cloud.calls("PutObject"), 0);

        cloud.emulator.faults().add({"UploadPart", 3, 3, Fault::Effect::Refuse, 503, "ServiceUnavailable"});
        cloud.emulator.faults().add({"UploadPart", 6, 3, Fault::Effect::Refuse, 403, "AccessDenied"});
        QVERIFY(failureOf(store.putFile(u"b"_s, path, crc64(content), html, {})).kind != ErrorKind::Internal);
        QCOMPARE(cloud.calls("AbortMultipartUpload"), 1);
        QVERIFY(!await(store.head(u"b"_s, {})));
    }

    void aFileThatChangedIsNotSent() {
        Cloud cloud;
        auto store = cloud.store();
        for (const qsizetype size : {qsizetype{100}, qsizetype{300'000}}) {
            const QByteArray content(size, 'a');
            const QString path = write(content);
            write(QByteArray(size, 'b'));
            const Error error = failureOf(store.putFile(u"file"_s, path, crc64(content), html, {}));
            QCOMPARE(error.kind, ErrorKind::ChecksumMismatch);
            QCOMPARE(error.subject, path);
            QVERIFY(!error.retryable);
        }
        QCOMPARE(cloud.calls("PutObject"), 0);
    }

    void aFileThatIsGone() {
        Cloud cloud;
        auto store = cloud.store();
        QCOMPARE(failureOf(store.putFile(u"file"_s, u"/nowhere/at/all"_s, 0, html, {})).kind, ErrorKind::FileSystem);
    }

    void triesAgainAndGivesUp() {
        Cloud cloud;
        auto store = cloud.store();
        cloud.emulator.faults().add({"PutObject", 1, 2, Fault::Effect::CutBefore, 0, ""});
        await(store.put(u"a"_s, "x", {}, {}));
        QCOMPARE(cloud.calls("PutObject"), 3);
        cloud.emulator.faults().add({"GetObject", 1, 3, Fault::Effect::Refuse, 503, "ServiceUnavailable"});
        QCOMPARE(failureOf(store.get(u"a"_s, {})).kind, ErrorKind::ServiceError);
        QCOMPARE(cloud.calls("GetObject"), 3);
        cloud.emulator.faults().add({"CopyObject", 1, 1, Fault::Effect::Refuse, 403, "AccessDenied"});
        const Error denied = failureOf(store.copy(u"a"_s, u"b"_s, {}, {}));
        QCOMPARE(denied.kind, ErrorKind::AccessDenied);
        QCOMPARE(denied.subject, u"oss:PutObject"_s);
        QVERIFY(!denied.requestId.isEmpty());
        QCOMPARE(cloud.calls("CopyObject"), 1);
    }

    void aWrongClockIsPutRight() {
        Cloud cloud;
        const auto clock = std::make_shared<aliyun::ServerClock>(std::make_shared<test::WrongClock>(5));
        auto store = cloud.store(clock);
        await(store.put(u"a"_s, "x", {}, {}));
        await(store.put(u"b"_s, "x", {}, {}));
        QVERIFY(std::abs(clock->now().secsTo(QDateTime::currentDateTimeUtc())) < 60);
        QCOMPARE(keysOf(await(store.list({}, {}))), (QStringList{u"a"_s, u"b"_s}));
    }

    void aWrongSecretIsRejectedAndNotSaid() {
        Cloud cloud;
        cloud.keys.accessKeySecret = "wrong-secret";
        auto store = cloud.store();
        const Error error = failureOf(store.put(u"a"_s, "x", {}, {}));
        QCOMPARE(error.kind, ErrorKind::SignatureRejected);
        QVERIFY(!QByteArray(error.what()).contains("wrong-secret"));
    }

    void cancelEndsACall() {
        Cloud cloud;
        cloud.emulator.faults().setDelay(std::chrono::seconds(1));
        auto store = cloud.store();
        std::stop_source source;
        QTimer::singleShot(100, this, [&source] { source.request_stop(); });
        QCOMPARE(failureOf(store.put(u"a"_s, "x", {}, source.get_token())).kind, ErrorKind::Cancelled);
        cloud.emulator.faults().clear();
    }

private:
    QString write(const QByteArray& content) {
        QFile file(m_folder.filePath(u"file %1"_s.arg(content.size())));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("cannot write");
        }
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestOssObjectStore)
#include "tst_oss_object_store.moc"
