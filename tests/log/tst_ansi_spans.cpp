#include "core/log/ansi_spans.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

AnsiStyle styleOf(const QString& sequence) {
    const AnsiText text = parseAnsi(sequence + u'x');
    return text.spans.isEmpty() ? AnsiStyle{} : text.spans.constFirst().style;
}

} // namespace

class TestAnsiSpans : public QObject {
    Q_OBJECT

private slots:
    void coloursBecomeSpans() {
        const AnsiText text = parseAnsi(u"a \x1b[1;31mbold red\x1b[22m red\x1b[39m plain \x1b[7mx\x1b[m"_s);
        QCOMPARE(text.plain, u"a bold red red plain x"_s);
        AnsiStyle boldRed;
        boldRed.foreground = {AnsiColor::Kind::Indexed, 1};
        AnsiStyle red = boldRed;
        boldRed.bold = true;
        AnsiStyle inverse;
        inverse.inverse = true;
        const QList<AnsiSpan> expected{{2, 8, boldRed}, {10, 4, red}, {21, 1, inverse}};
        QCOMPARE(text.spans, expected);
    }

    void everyKindOfColourIsRead() {
        QCOMPARE(styleOf(u"\x1b[38;5;208m"_s).foreground, (AnsiColor{AnsiColor::Kind::Indexed, 208}));
        QCOMPARE(styleOf(u"\x1b[48;2;1;2;255m"_s).background, (AnsiColor{AnsiColor::Kind::Rgb, 0x0102ff}));
        QCOMPARE(styleOf(u"\x1b[94m"_s).foreground, (AnsiColor{AnsiColor::Kind::Indexed, 12}));
        QCOMPARE(styleOf(u"\x1b[103m"_s).background, (AnsiColor{AnsiColor::Kind::Indexed, 11}));
        QCOMPARE(styleOf(u"\x1b[38;5m"_s), AnsiStyle{});
        QCOMPARE(styleOf(u"\x1b[31;0m"_s), AnsiStyle{});
    }

    void oneSequenceMakesAStyleAgain() {
        for (const QString& sequence :
            {u"\x1b[1;2;3;4;7m"_s, u"\x1b[31;42m"_s, u"\x1b[38;5;200;48;2;9;8;7m"_s, u"\x1b[4;97m"_s, u"\x1b[0m"_s}) {
            const AnsiStyle style = styleOf(sequence);
            QCOMPARE(styleOf(QString::fromUtf8(sgrOf(style))), style);
        }
        QVERIFY(sgrOf({}).isEmpty());
    }

    void plainTextLosesEverySequence() {
        QCOMPARE(withoutAnsi(u"\x1b[31mred\x1b[0m \x1b[1mbold"_s), u"red bold"_s);
        QCOMPARE(withoutAnsi(u"no colour"_s), u"no colour"_s);
        QCOMPARE(withoutAnsi(u"cut \x1b[3"_s), u"cut [3"_s);
    }
};

QTEST_GUILESS_MAIN(TestAnsiSpans)
#include "tst_ansi_spans.moc"
