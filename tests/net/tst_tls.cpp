#include "core/async/error.h"
#include "core/net/http_client.h"
#include "tests/net/loopback_server.h"
#include "tests/support/await.h"

#include <QSslSocket>

using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::test::await;
using miaobu::test::LoopbackServer;

namespace {

// The key of data/ opens nothing: its certificates are signed by nobody else.
QString dataFile(const QString& name) {
    return QStringLiteral(TEST_DATA_DIR) + u'/' + name + u".pem"_s;
}

/// Says hello over TLS, with one of the certificates of data/.
class TlsServer : public QTcpServer {
public:
    explicit TlsServer(QString certificate) : m_certificate(std::move(certificate)) {
        if (!listen(QHostAddress::LocalHost)) {
            qFatal("no loopback port");
        }
    }

    [[nodiscard]] QByteArray url() const { return "https://127.0.0.1:" + QByteArray::number(serverPort()) + '/'; }
    int requests = 0;

protected:
    void incomingConnection(qintptr descriptor) override {
        auto* const socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setLocalCertificate(dataFile(m_certificate));
        socket->setPrivateKey(dataFile(u"key"_s), QSsl::Ec);
        connect(socket, &QSslSocket::readyRead, socket, [this, socket] {
            if (!socket->readAll().isEmpty()) {
                ++requests;
                socket->write(LoopbackServer::answer("hello"));
            }
        });
        socket->startServerEncryption();
    }

private:
    const QString m_certificate;
};

} // namespace

/// A secret is sent to nobody whose certificate does not fit.
class TestTls : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (!QSslSocket::supportsSsl()) {
            QSKIP("Qt speaks no TLS here");
        }
    }

    void certificates_data() {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("trusted");
        QTest::addColumn<bool>("fits");
        QTest::newRow("trusted") << u"here"_s << u"here"_s << true;
        QTest::newRow("signed by nobody who is trusted") << u"here"_s << u"elsewhere"_s << false;
        QTest::newRow("expired") << u"expired"_s << u"expired"_s << false;
        QTest::newRow("of another host") << u"elsewhere"_s << u"elsewhere"_s << false;
    }

    void certificates() {
        QFETCH(QString, certificate);
        QFETCH(QString, trusted);
        QFETCH(bool, fits);
        qputenv("SSL_CERT_FILE", dataFile(trusted).toLocal8Bit());
        TlsServer server(certificate);
        HttpClient client;
        HttpRequest request;
        request.url = server.url();
        request.headers = {{"Authorization", "secret"}};
        std::optional<Error> failure;
        QByteArray body;
        try {
            body = await(client.send(request, {})).body;
        } catch (const Error& error) {
            failure = error;
        }
        QCOMPARE(body, fits ? "hello" : "");
        QCOMPARE(failure.has_value(), !fits);
        if (failure) {
            QCOMPARE(failure->kind, ErrorKind::TlsFailed);
            QCOMPARE(failure->subject, u"127.0.0.1"_s);
            QVERIFY(!failure->retryable);
        }
        QCOMPARE(server.requests, fits ? 1 : 0);
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
