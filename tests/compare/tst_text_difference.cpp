#include "core/compare/text_difference.h"
#include "core/git/git_library.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

/// "-old", "+new", " same" and "…" for a gap, a line each.
QString drawn(const TextDifference& difference) {
    QStringList lines;
    for (const DifferenceLine& line : difference.lines) {
        switch (line.kind) {
        case DifferenceLine::Kind::Same:
            lines.append(u' ' + line.text);
            break;
        case DifferenceLine::Kind::Added:
            lines.append(u'+' + line.text);
            break;
        case DifferenceLine::Kind::Removed:
            lines.append(u'-' + line.text);
            break;
        case DifferenceLine::Kind::Gap:
            lines.append(u"…"_s);
            break;
        }
    }
    return lines.join(u'\n');
}

QByteArray numbered(int count) {
    QByteArray text;
    for (int i = 1; i <= count; ++i) {
        text += QByteArray::number(i) + '\n';
    }
    return text;
}

/// Applies a whole difference (nothing left out between its changes) to the lines of the text before.
QByteArrayList after(const QByteArrayList& before, const TextDifference& difference) {
    QByteArrayList result;
    int next = 1;
    const auto copyUpTo = [&](int number) {
        for (; next < number; ++next) {
            result.append(before.at(next - 1));
        }
    };
    for (const DifferenceLine& line : difference.lines) {
        if (line.numberBefore > 0) {
            copyUpTo(line.numberBefore);
            ++next;
        }
        if (line.kind == DifferenceLine::Kind::Same || line.kind == DifferenceLine::Kind::Added) {
            result.append(line.text.toUtf8());
        }
    }
    copyUpTo(static_cast<int>(before.size()) + 1);
    return result;
}

} // namespace

class TestTextDifference : public QObject {
    Q_OBJECT

private slots:
    void equalTextsHaveNone() {
        QVERIFY(differenceOf(QByteArray("a\nb\n"), QByteArray("a\nb\n")).lines.isEmpty());
        QVERIFY(differenceOf(QByteArray(), QByteArray()).lines.isEmpty());
    }

    void changesStandAmongWhatStayed() {
        QByteArray changed = numbered(20);
        changed.replace("\n10\n", "\nten\n");
        QCOMPARE(drawn(differenceOf(numbered(20), changed)), u" 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13"_s);
        const DifferenceLine added = differenceOf(numbered(20), changed).lines.at(4);
        QCOMPARE(added.numberBefore, 0);
        QCOMPARE(added.numberAfter, 10);
    }

    void distantChangesHaveAGapBetween() {
        QByteArray changed = numbered(40);
        changed.replace("\n5\n", "\nfive\n").replace("\n30\n", "\n");
        QCOMPARE(drawn(differenceOf(numbered(40), changed)),
            u" 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n…\n 27\n 28\n 29\n-30\n 31\n 32\n 33"_s);
    }

    void aWholeFileMayComeOrGo() {
        QCOMPARE(drawn(differenceOf(QByteArray(), QByteArray("a\nb"))), u"+a\n+b"_s);
        QCOMPARE(drawn(differenceOf(QByteArray("a\nb"), QByteArray())), u"-a\n-b"_s);
    }

    void aMissingLineEndIsNoLine() {
        QCOMPARE(drawn(differenceOf(QByteArray("a\nb\n"), QByteArray("a\nb"))), u" a\n-b\n+b"_s);
    }

    void carriageReturnsAndOtherScriptsAreKept() {
        QCOMPARE(drawn(differenceOf(QByteArray("一\r\n二\r\n"), QByteArray("一\r\n三\r\n"))), u" 一\n-二\n+三"_s);
    }

    void endlessLinesAndTextsAreCut() {
        const QByteArray minified(3 << 20, 'x');
        const TextDifference one = differenceOf(minified, minified + 'y');
        QCOMPARE(one.lines.size(), 2);
        QCOMPARE(one.lines.at(0).text.size(), 2'000);
        QVERIFY(!one.isCut);
        const TextDifference many = differenceOf(QByteArray(), numbered(100'000));
        QVERIFY(many.isCut);
        QCOMPARE(many.lines.size(), 5'000);
    }

    void bytesAreTold() {
        QVERIFY(isText("plain"));
        QVERIFY(isText(QByteArray()));
        QVERIFY(isText("汉字"));
        QVERIFY(!isText(QByteArray("\0PNG", 4)));
        QVERIFY(!isText("\xff\xfe\xfd"));
        QVERIFY(!isText("cut \xe6\xb1"));
    }

    void whatIsToldMakesTheTextAfter() {
        const GitLibrary keptInitialised;
        QRandomGenerator random(7);
        for (int round = 0; round < 300; ++round) {
            QByteArrayList before;
            for (quint32 i = random.bounded(60U); i > 0; --i) {
                before.append(QByteArray::number(random.bounded(6U)));
            }
            QByteArrayList changed = before;
            for (quint32 i = random.bounded(8U); i > 0; --i) {
                const qsizetype at = changed.isEmpty() ? 0 : random.bounded(static_cast<int>(changed.size()));
                if (random.bounded(2) == 0 || changed.isEmpty()) {
                    changed.insert(at, "new" + QByteArray::number(round));
                } else {
                    changed.removeAt(at);
                }
            }
            const auto text
                = [](const QByteArrayList& lines) { return lines.isEmpty() ? QByteArray() : lines.join('\n') + '\n'; };
            QCOMPARE(after(before, differenceOf(text(before), text(changed))), changed);
        }
    }
};

QTEST_APPLESS_MAIN(TestTextDifference)
#include "tst_text_difference.moc"
