#include "core/async/error.h"
#include "core/log/log_format.h"
#include "core/log/log_text.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

class LogTextTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString log() const { return m_folder.filePath(u"log"_s); }

private slots:
    void initTestCase() {
        QByteArray bytes;
        appendLogLine(bytes, 1, Stage::Checkout, LogChannel::Note, "main");
        for (int line = 2; line <= 2500; ++line) {
            appendLogLine(
                bytes, 2, Stage::Build, LogChannel::Output, "\x1b[31mline\x1b[0m " + QByteArray::number(line));
        }
        QFile file(log());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    void aLogIsWrittenAsAPersonReadsIt() {
        const QString path = m_folder.filePath(u"deep/er/text.log"_s);
        writeLogText(log(), path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArrayList lines = file.readAll().split('\n');
        QCOMPARE(lines.mid(0, 4), (QByteArrayList{"== checkout ==", "main", "== build ==", "line 2"}));
        QCOMPARE(lines.size(), 2503);
        QCOMPARE(lines.at(2501), "line 2500");
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void aTextThatCannotBeWrittenIsSaid() {
        QVERIFY_THROWS_EXCEPTION(Error, writeLogText(log(), log() + u"/below/a/file"_s));
    }

    void aStretchIsReadAcrossBlocks() {
        QCOMPARE(logText(log(), 999, 1002), u"line 999\nline 1000\nline 1001\nline 1002"_s);
        QCOMPARE(logText(log(), 2499, 9999), u"line 2499\nline 2500"_s);
        QCOMPARE(logText(log(), 9000, 9999), QString());
    }
};

QTEST_GUILESS_MAIN(LogTextTest)
#include "tst_log_text.moc"
