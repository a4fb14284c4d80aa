#include "core/model/crc64.h"

#include <QtTest>

using namespace miaobu;

class TestCrc64 : public QObject {
    Q_OBJECT

private slots:
    void knownValues() {
        QCOMPARE(crc64({}), quint64{0});
        QCOMPARE(crc64("123456789"), quint64{0x995dc9bbdf1939fa});
        QCOMPARE(crc64("This is a test of the emergency broadcast system."), quint64{0x27db187fc15bbc72});
    }

    void piecesOfEverySizeGiveTheSame() {
        QByteArray bytes;
        for (int i = 0; i < 100; ++i) {
            bytes += static_cast<char>(i * 37);
        }
        const quint64 whole = crc64(bytes);
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            Crc64 crc;
            crc.update(QByteArrayView(bytes).first(cut));
            crc.update(QByteArrayView(bytes).sliced(cut));
            QCOMPARE(crc.finish(), whole);
        }
    }

    void partsCombine() {
        const QByteArray bytes = QByteArray("the quick brown fox jumps over the lazy dog").repeated(1000);
        const quint64 whole = crc64(bytes);
        for (const qsizetype cut : {qsizetype{0}, qsizetype{1}, qsizetype{7}, qsizetype{4096}, bytes.size()}) {
            const QByteArrayView second = QByteArrayView(bytes).sliced(cut);
            QCOMPARE(combineCrc64(
                         crc64(QByteArrayView(bytes).first(cut)), crc64(second), static_cast<quint64>(second.size())),
                whole);
        }
    }
};

QTEST_APPLESS_MAIN(TestCrc64)
#include "tst_crc64.moc"
