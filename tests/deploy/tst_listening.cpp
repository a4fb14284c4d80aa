#include "core/deploy/listening.h"

#include <QTest>

using namespace miaobu;

/// Where servers say that they listen, each in its own words.
class TestListening : public QObject {
    Q_OBJECT

private slots:
    void readsWhatServersSay_data() {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<int>("port");
        QTest::addColumn<bool>("isLocal");
        const auto row = [](const char* said, int port, bool isLocal) {
            QTest::newRow(said) << QByteArray(said) << port << isLocal;
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
        row("Server running on port: 8080\nconnected to mongodb://127.0.0.1:27017", 8080, false);
        row("it is 2026-11-27 10:15:33 and the port is closed", 0, false);
        row("[emulator] Nothing listens on 0.0.0.0:9000", 0, false);
        row("Traceback (most recent call last):", 0, false);
    }

    void readsWhatServersSay() {
        QFETCH(QByteArray, said);
        QFETCH(int, port);
        QFETCH(bool, isLocal);
        const std::optional<Listening> expected = port ? std::optional(Listening{port, isLocal}) : std::nullopt;
        const std::optional<Listening> found = listeningIn(said);
        QVERIFY2(found == expected, qPrintable(QString::number(found ? found->port : 0)));
    }
};

QTEST_GUILESS_MAIN(TestListening)
#include "tst_listening.moc"
