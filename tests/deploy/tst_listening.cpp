#include "core/deploy/listening.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

Q_DECLARE_METATYPE(miaobu::Unreached)

/// Where servers say that they listen, each in its own words.
class TestListening : public QObject {
    Q_OBJECT

private slots:
    void readsWhatServersSay_data() {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<int>("port");
        QTest::addColumn<bool>("isLocal");
        QTest::addColumn<QString>("line");
        const auto told = [](const char* said, int port, bool isLocal, const QString& line) {
            QTest::newRow(said) << QByteArray(said) << port << isLocal << line;
        };
        const auto row = [&told](const char* said, int port, bool isLocal) {
            told(said, port, isLocal, QString::fromUtf8(said).trimmed());
        };
        row("INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)", 8000, true);
        row("[2026-11-27 10:00:00 +0000] [7] [INFO] Listening at: http://0.0.0.0:9000 (7)", 9000, false);
        row(" * Running on http://127.0.0.1:5000", 5000, true);
        row("Starting development server at http://127.0.0.1:8000/", 8000, true);
        row("Server listening on port 3000", 3000, false);
        row("listening on 4000", 4000, false);
        row("app listening on :3000", 3000, false);
        row("Example app listening at http://localhost:3000", 3000, true);
        row("Server is running at http://[::1]:3000/", 3000, true);
        row("{\"level\":30,\"msg\":\"Server listening at http://127.0.0.1:3000\"}", 3000, true);
        row("   - Local:        http://localhost:3000", 3000, true);
        row("Listening on http://[::]:3000", 3000, false);
        row("started server on 0.0.0.0:3000, url: whatever", 3000, false);
        told("Server running on port: 8080\nconnected to mongodb://127.0.0.1:27017", 8080, false,
            u"Server running on port: 8080"_s);
        told("   - Local:        http://localhost:3000\n   - Network:      http://172.17.0.2:3000", 3000, false,
            u"- Network:      http://172.17.0.2:3000"_s);
        told("  Local:   http://localhost:4173/\n  Network: use --host to expose", 4173, true,
            u"Local:   http://localhost:4173/"_s);
        told("\x1b[32mINFO\x1b[0m:     Uvicorn running on \x1b[1mhttp://0.0.0.0:8000\x1b[0m (Press CTRL+C to quit)",
            8000, false, u"INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)"_s);
        row("it is 2026-11-27 10:15:33 and the port is closed", 0, false);
        row("[emulator] Nothing listens on 0.0.0.0:9000", 0, false);
        row("Traceback (most recent call last):", 0, false);
    }

    void readsWhatServersSay() {
        QFETCH(QByteArray, said);
        QFETCH(int, port);
        QFETCH(bool, isLocal);
        QFETCH(QString, line);
        const std::optional<Listening> expected = port ? std::optional(Listening{port, isLocal, line}) : std::nullopt;
        const std::optional<Listening> found = listeningIn(said);
        QVERIFY2(found == expected, qPrintable(QString::number(found ? found->port : 0)));
    }

    void ofASilentAppTheTargetTells() {
        const auto seen = [](const char* detail) { return listeningSeen(QString::fromLatin1(detail)); };
        QCOMPARE(seen("The app listens on 127.0.0.1:3000, and nothing on 0.0.0.0:9000. hello")->port, 3000);
        QVERIFY(seen("The app listens on 127.0.0.1:3000, and nothing on 0.0.0.0:9000. hello")->isLocal);
        QVERIFY(seen("The app listens on [::1]:3000, and nothing on 0.0.0.0:9000.")->isLocal);
        QCOMPARE(seen("The app listens on [::]:3000, and nothing on 0.0.0.0:9000.")->port, 3000);
        QVERIFY(!seen("The app listens on [::]:3000, and nothing on 0.0.0.0:9000.")->isLocal);
        QVERIFY(!seen("Nothing listens on 0.0.0.0:9000. The app listens on 127.0.0.1:3000"));
    }

    void whatIsUnreachedIsCarriedByAnError_data() {
        QTest::addColumn<Unreached>("unreached");
        QTest::addColumn<bool>("isSolvedByPort");
        QTest::newRow("another port") << Unreached{9000, 8000, false, false} << true;
        QTest::newRow("for itself alone") << Unreached{9000, 9000, true, false} << false;
        QTest::newRow("both") << Unreached{9000, 8000, true, false} << false;
        QTest::newRow("no other port can be asked") << Unreached{9000, 8000, false, true} << false;
    }

    void whatIsUnreachedIsCarriedByAnError() {
        QFETCH(Unreached, unreached);
        QTEST(unreached.isSolvedByPort(), "isSolvedByPort");
        Error error(ErrorKind::FunctionFailed);
        error.alternatives = textsOf(unreached);
        QVERIFY(unreachedOf(error) == unreached);
        error.kind = ErrorKind::OutputMissing;
        QVERIFY(!unreachedOf(error));
    }
};

QTEST_GUILESS_MAIN(TestListening)
#include "tst_listening.moc"
