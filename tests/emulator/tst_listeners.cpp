#include "aliyun/emulator/listeners.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace miaobu::emulator;

namespace {

const QByteArray head
    = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";
const QByteArray rest = " 00000000:00000000 00:00000000 00000000 10001        0 4242 1 0000000000000000 100 0 0 10 0\n";

/// A row of a table: the address in hexadecimal, and the state of the socket.
QByteArray socket(const char* address, const char* state = "0A") {
    const QByteArray nobody(QByteArray(address).indexOf(':'), '0');
    return QByteArray("   0: ") + address + ' ' + nobody + ":0000 " + state + rest;
}

} // namespace

/// Where an app listens that says nothing of it.
class TestListeners : public QObject {
    Q_OBJECT

private slots:
    void readsTheTablesOfTheKernel_data() {
        QTest::addColumn<QByteArray>("tables");
        QTest::addColumn<QString>("listener");
        QTest::newRow("everybody") << head + socket("00000000:0BB8") << u"0.0.0.0:3000"_s;
        QTest::newRow("itself") << head + socket("0100007F:1F90") << u"127.0.0.1:8080"_s;
        QTest::newRow("everybody, by IPv6")
            << head + head + socket("00000000000000000000000000000000:0BB8") << u"[::]:3000"_s;
        QTest::newRow("itself, by IPv6") << head + head + socket("00000000000000000000000001000000:0BB8")
                                         << u"[::1]:3000"_s;
        QTest::newRow("IPv4 as IPv6") << head + head + socket("0000000000000000FFFF00000100007F:0BB8")
                                      << u"127.0.0.1:3000"_s;
        QTest::newRow("the one that is open")
            << head + socket("0100007F:1F90") + socket("00000000:0BB8") + socket("0100007F:1F91") << u"0.0.0.0:3000"_s;
        QTest::newRow("the engine's resolver") << head + socket("0B00007F:8AE3") << QString();
        QTest::newRow("a connection") << head + socket("00000000:0BB8", "01") << QString();
        QTest::newRow("nothing") << head + head << QString();
        QTest::newRow("no cat in the image") << QByteArray() << QString();
    }

    void readsTheTablesOfTheKernel() {
        QFETCH(QByteArray, tables);
        const auto found = listenerIn(tables.toStdString());
        QTEST(QString::fromStdString(found.value_or(std::string())), "listener");
    }
};

QTEST_GUILESS_MAIN(TestListeners)
#include "tst_listeners.moc"
