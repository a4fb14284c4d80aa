#include "aliyun/multipart_upload.h"
#include "aliyun/oss_object_store.h"
#include "core/async/error.h"
#include "core/model/crc64.h"
#include "tests/net/loopback_server.h"
#include "tests/support/await.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::aliyun;
using miaobu::test::await;
using miaobu::test::LoopbackServer;
using miaobu::test::ReceivedRequest;

namespace {

const QString key = u"projects/a b/1/film.mp4"_s;
const ObjectHeaders film{u"video/mp4"_s, u"no-cache"_s};

QByteArray bytes(qsizetype size) {
    QByteArray content;
    for (qsizetype i = 0; i < size; ++i) {
        content.append(static_cast<char>((i * 7 + i / 251) & 0xff));
    }
    return content;
}

QByteArray crcHeader(quint64 crc) {
    return "x-oss-hash-crc64ecma: " + QByteArray::number(crc) + "\r\n";
}

/// A bucket that takes one file in parts and keeps what it was given.
class PartsServer : public LoopbackServer {
public:
    PartsServer() : LoopbackServer([this](const ReceivedRequest& r, QTcpSocket& s) { reply(r, s); }) { }

    QMap<int, QByteArray> parts;
    QByteArray object;
    QStringList calls; ///< "initiate", "part 2", "complete", "abort", "head"
    QByteArray initiation;
    QByteArray completion;
    int lostCompletions = 0; ///< So many completions are done, and their answers lost.
    int damagedParts = 0; ///< So many parts arrive damaged.
    int refusedPart = 0; ///< The part that is always refused
    std::function<void()> onPart;

private:
    void reply(const ReceivedRequest& request, QTcpSocket& socket) {
        const QByteArray method = request.line.split(' ').first();
        if (request.line.contains("?uploads ")) {
            calls.append(u"initiate"_s);
            initiation = request.head;
            socket.write(
                answer("<InitiateMultipartUploadResult><UploadId>U+1</UploadId></InitiateMultipartUploadResult>"));
        } else if (!request.line.contains("uploadId=U%2B1") && method != "HEAD") {
            socket.write(answer("<Error><Code>NoSuchUpload</Code></Error>", "404 No"));
        } else if (method == "PUT") {
            replyToPart(request, socket);
        } else if (method == "POST") {
            replyToCompletion(request, socket);
        } else if (method == "DELETE") {
            calls.append(u"abort"_s);
            socket.write(answer("", "204 No Content"));
        } else {
            calls.append(u"head"_s);
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(object.size()) + "\r\n"
                + crcHeader(crc64(object)) + "\r\n");
        }
    }

    void replyToPart(const ReceivedRequest& request, QTcpSocket& socket) {
        const auto match = QRegularExpression(u"partNumber=(\\d+)"_s).match(QString::fromLatin1(request.line));
        const int number = match.captured(1).toInt();
        calls.append(u"part %1"_s.arg(number));
        if (onPart) {
            onPart();
        }
        if (number == refusedPart) {
            socket.write(answer("<Error><Code>AccessDenied</Code></Error>", "403 No"));
            return;
        }
        parts[number] = request.body;
        const quint64 crc = crc64(request.body) ^ (damagedParts-- > 0 ? 1U : 0U);
        socket.write(answer("", "200 OK", crcHeader(crc) + "ETag: \"T" + QByteArray::number(number) + "\"\r\n"));
    }

    void replyToCompletion(const ReceivedRequest& request, QTcpSocket& socket) {
        calls.append(u"complete"_s);
        completion = request.body;
        const bool isKnown = !parts.isEmpty();
        if (isKnown) {
            object = parts.values().join();
            parts.clear();
        }
        if (lostCompletions-- > 0) {
            socket.disconnectFromHost();
        } else if (!isKnown) {
            socket.write(answer("<Error><Code>NoSuchUpload</Code></Error>", "404 No"));
        } else {
            socket.write(answer("<CompleteMultipartUploadResult/>", "200 OK", crcHeader(crc64(object))));
        }
    }
};

} // namespace

class TestMultipartUpload : public QObject {
    Q_OBJECT

private slots:
    void sendsALargeFileInParts() {
        PartsServer server;
        const QByteArray content = bytes(1000);
        await(storeOf(server)->putFile(key, write(content), crc64(content), film, {}));
        QVERIFY(server.object == content);
        QCOMPARE(server.calls.count(u"initiate"_s), 1);
        QCOMPARE(server.calls.filter(u"part"_s).size(), 4);
        QCOMPARE(server.calls.last(), u"complete"_s);
        QVERIFY(server.initiation.contains("Content-Type: video/mp4\r\n"));
        QVERIFY(server.initiation.contains("Cache-Control: no-cache\r\n"));
        const QByteArray expected
            = "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>\"T1\"</ETag></Part>"
              "<Part><PartNumber>2</PartNumber><ETag>\"T2\"</ETag></Part>"
              "<Part><PartNumber>3</PartNumber><ETag>\"T3\"</ETag></Part>"
              "<Part><PartNumber>4</PartNumber><ETag>\"T4\"</ETag></Part></CompleteMultipartUpload>";
        QVERIFY(server.completion.replace("&quot;", "\"").contains(expected));
    }

    void aSmallFileStaysWhole() {
        LoopbackServer server(
            [](const ReceivedRequest&, QTcpSocket& socket) { socket.write(LoopbackServer::answer("")); });
        const QByteArray content = bytes(499);
        await(storeOf(server)->putFile(key, write(content), crc64(content), film, {}));
        QCOMPARE(server.requests.size(), 1);
        QVERIFY(server.requests.first().line.startsWith("PUT /bucket/projects/a%20b/1/film.mp4 "));
    }

    void thereAreNeverTooManyParts() {
        QCOMPARE(partLength(1, {}), qint64{6} << 20);
        QCOMPARE(partLength(qint64{60} << 30, {}), (qint64{60} << 30) / 10000 + 1);
        QCOMPARE(partLength(10000 * (qint64{7} << 20), {}), qint64{7} << 20);
    }

    void aDamagedPartIsSentAgain() {
        PartsServer server;
        server.damagedParts = 2;
        const QByteArray content = bytes(1000);
        await(storeOf(server)->putFile(key, write(content), crc64(content), film, {}));
        QCOMPARE(server.calls.filter(u"part"_s).size(), 6);
        QVERIFY(server.object == content);
    }

    void aFileThatChangedDoesNotBecomeAnObject() {
        PartsServer server;
        const QByteArray content = bytes(1000);
        const Error error = failureOf(storeOf(server)->putFile(key, write(content), crc64("another"), film, {}));
        QCOMPARE(error.kind, ErrorKind::ChecksumMismatch);
        QVERIFY(!error.retryable);
        QVERIFY(!server.calls.contains(u"complete"_s));
        QCOMPARE(server.calls.last(), u"abort"_s);
    }

    void whatWasSentIsTakenBack() {
        PartsServer server;
        server.refusedPart = 3;
        const QByteArray content = bytes(1000);
        const Error error = failureOf(storeOf(server)->putFile(key, write(content), crc64(content), film, {}));
        QCOMPARE(error.kind, ErrorKind::AccessDenied);
        QCOMPARE(server.calls.last(), u"abort"_s);
    }

    void cancelTakesItBack() {
        PartsServer server;
        std::stop_source source;
        server.onPart = [&source] { QTimer::singleShot(0, [&source] { source.request_stop(); }); };
        const QByteArray content = bytes(1000);
        const Error error
            = failureOf(storeOf(server)->putFile(key, write(content), crc64(content), film, source.get_token()));
        QCOMPARE(error.kind, ErrorKind::Cancelled);
        QCOMPARE(server.calls.last(), u"abort"_s);
    }

    void aLostAnswerToTheCompletionIsNoFailure() {
        PartsServer server;
        server.lostCompletions = 1;
        const QByteArray content = bytes(1000);
        await(storeOf(server)->putFile(key, write(content), crc64(content), film, {}));
        QCOMPARE(server.calls.count(u"complete"_s), 2);
        QCOMPARE(server.calls.last(), u"head"_s);
        QVERIFY(!server.calls.contains(u"abort"_s));
    }

private:
    static std::shared_ptr<OssObjectStore> storeOf(const LoopbackServer& server) {
        RetryPolicy quick;
        quick.firstDelay = 1ms;
        const OssClient oss(std::make_shared<HttpClient>(),
            ossBucket(QUrl(QString::fromLatin1(server.url(""))), u"bucket"_s, u"cn-hangzhou"_s), {"id", "secret", {}},
            quick);
        return std::make_shared<OssObjectStore>(oss, 64, MultipartPolicy{500, 300, 2});
    }

    template <typename T> static Error failureOf(QCoro::Task<T> task) {
        try {
            await(std::move(task));
        } catch (const Error& error) {
            return error;
        }
        return Error(ErrorKind::Internal, u"no failure"_s);
    }

    QString write(const QByteArray& content) {
        QFile file(m_folder.filePath(u"film.mp4"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("cannot write");
        }
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestMultipartUpload)
#include "tst_multipart_upload.moc"
