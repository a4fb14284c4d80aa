#include "core/log/line_splitter.h"

#include <QtTest>

using namespace miaobu;

namespace {

QList<QByteArray> split(const QList<QByteArray>& chunks) {
    LineSplitter splitter;
    QList<QByteArray> lines;
    for (const QByteArray& chunk : chunks) {
        splitter.feed(chunk, lines);
    }
    const bool pending = splitter.hasPending();
    const QByteArray rest = splitter.finish();
    return pending ? lines << rest : lines;
}

} // namespace

class TestLineSplitter : public QObject {
    Q_OBJECT

private slots:
    void linesAreSafeToShow_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char* name, const QByteArray& bytes, const QByteArray& shown) {
            QTest::newRow(name) << bytes << shown;
        };
        row("plain", "one\ntwo\n", "one|two");
        row("partial last line", "one\ntwo", "one|two");
        row("empty lines", "\n\nx\n", "||x");
        row("windows line ends", "one\r\ntwo\r\n", "one|two");
        row("progress bar", "10 %\r50 %\r100 %\ndone\n", "100 %|done");
        row("erase line and go to column 1", "old\x1b[2K\x1b[1Gnew\n", "new");
        row("backspace", "abc\b\bX\xe4\xb8\xad\bY\n", "aXY");
        row("colour is kept", "a\x1b[31mb\x1b[0mc\n", "a\x1b[31mb\x1b[0mc");
        row("colour goes on in the next line", "\x1b[1;31mred\nstill\x1b[0m\nplain\n",
            "\x1b[1;31mred|\x1b[1;38;5;1mstill\x1b[0m|plain");
        row("cursor moves and modes", "a\x1b[2J\x1b[10;5Hb\x1b[?25lc\x1b[>4;2md\x1b(Be\x1b=f\n", "abcdef");
        row("title, link, clipboard",
            "a\x1b]0;title\x07"
            "b\x1b]8;;javascript:x\x1b\\link\x1b]8;;\x1b\\ \x1b]52;c;AAAA\x07z\n",
            "ablink z");
        row("an OSC that never ends hides one line only", "a\x1b]52;c;AAAA\nb\n", "a|b");
        row("DCS, APC, PM, SOS", "a\x1bPq#0\x1b\\b\x1b_x\x1b\\c\x1b^y\x1b\\d\x1bXz\x1b\\e\n", "abcde");
        row("C1 controls",
            "a\xc2\x9b"
            "31mb\xc2\x9dtitle\x07"
            "c\xc2\x85"
            "d\n",
            "a\x1b[31mb"
            "cd");
        row("other controls", QByteArray("a\0b\x01\x7f\vc\td\n", 10), "abc\td");
        row("broken UTF-8", "a\xff\xc3(\xed\xa0\x80z\xf0\x9f\n",
            "a\xef\xbf\xbd\xef\xbf\xbd(\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdz\xef\xbf\xbd");
        row("Chinese and emoji", "\xe7\xa7\x92\xe9\x83\xa8 \xf0\x9f\x9a\x80\n",
            "\xe7\xa7\x92\xe9\x83\xa8 \xf0\x9f\x9a\x80");
        row("text that turns around",
            "a\xe2\x80\xae"
            "b\xe2\x81\xa6"
            "c\n",
            "a[U+202E]b[U+2066]c");
    }
    void linesAreSafeToShow() {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, shown);
        QCOMPARE(split({bytes}).join('|'), shown);
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            QCOMPARE(split({bytes.first(cut), bytes.sliced(cut)}), split({bytes}));
        }
        QList<QByteArray> single;
        for (const char byte : bytes) {
            single.append(QByteArray(1, byte));
        }
        QCOMPARE(split(single), split({bytes}));
    }

    void anyBytesGiveCleanLines() {
        QRandomGenerator random(20);
        const QByteArray seasoning("\x1b[]m;0123\\P\x07\r\n\b\x9b\xc2\xe2\x80\xae");
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes;
            for (int i = 0; i < 200; ++i) {
                bytes += random.bounded(2) == 0 ? static_cast<char>(random.bounded(256))
                                                : seasoning.at(random.bounded(static_cast<int>(seasoning.size())));
            }
            const qsizetype cut = random.bounded(static_cast<int>(bytes.size()));
            const QList<QByteArray> lines = split({bytes});
            QCOMPARE(split({bytes.first(cut), bytes.sliced(cut)}), lines);
            static const QRegularExpression allowed(
                QStringLiteral("\\A(?:\\e\\[[0-9;:]*m|[^\\x00-\\x08\\x0a-\\x1f\\x7f-\\x9f\\x{202a}-\\x{202e}\\x{2066}-"
                               "\\x{2069}])*\\z"));
            for (const QByteArray& line : lines) {
                QVERIFY2(allowed.match(QString::fromUtf8(line)).hasMatch(), line.toHex(' ').constData());
                QCOMPARE(QString::fromUtf8(line).toUtf8(), line);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestLineSplitter)
#include "tst_line_splitter.moc"
