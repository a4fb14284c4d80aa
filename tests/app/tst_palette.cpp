#include "app/models/palette_model.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu::app;

namespace {

PaletteEntry entry(const QString& id, const QString& title, const QString& note = {}) {
    return {.id = id, .title = title, .note = note, .keys = {}, .icon = Icon::Deploy, .run = [] { }};
}

QStringList ids(const PaletteModel& model) {
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row) {
        list.append(model.index(row).data(PaletteModel::IdRole).toString());
    }
    return list;
}

} // namespace

class PaletteTest : public QObject {
    Q_OBJECT

private slots:
    void lettersAreFoundInTheirOrder_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        QTest::newRow("nothing typed") << u""_s << u"Deploy"_s << true;
        QTest::newRow("blanks only") << u"   "_s << u"Deploy"_s << true;
        QTest::newRow("start") << u"dep"_s << u"Deploy"_s << true;
        QTest::newRow("gaps") << u"dpy"_s << u"Deploy"_s << true;
        QTest::newRow("case") << u"DEP"_s << u"deploy"_s << true;
        QTest::newRow("wrong order") << u"ped"_s << u"Deploy"_s << false;
        QTest::newRow("a letter too many") << u"deployy"_s << u"Deploy"_s << false;
        QTest::newRow("words in any order") << u"folder open"_s << u"Open a folder"_s << true;
        QTest::newRow("one word is missing") << u"open file"_s << u"Open a folder"_s << false;
        QTest::newRow("Chinese") << u"新项"_s << u"新建项目"_s << true;
        QTest::newRow("empty text") << u"a"_s << u""_s << false;
    }

    void lettersAreFoundInTheirOrder() {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QFETCH(bool, fits);
        QCOMPARE(fuzzyMatch(typed, text).has_value(), fits);
    }

    void wordsAndRunsCountMore() {
        const auto score = [](const QString& typed, const QString& text) { return fuzzyMatch(typed, text)->score; };
        QVERIFY(score(u"log"_s, u"Log"_s) > score(u"log"_s, u"Catalog"_s));
        QVERIFY(score(u"os"_s, u"Open the site"_s) > score(u"os"_s, u"lost"_s));
        QVERIFY(score(u"blog"_s, u"my-blog"_s) > score(u"blog"_s, u"bill of goods"_s));
    }

    void theBestPlaceIsMarked() {
        QCOMPARE(fuzzyMatch(u"log"_s, u"long-log"_s)->positions, (QList<int>{5, 6, 7}));
        QCOMPARE(fuzzyMatch(u"b a"_s, u"alpha beta"_s)->positions, (QList<int>{0, 6}));
    }

    void whatWasUsedLastComesFirst() {
        PaletteModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries({entry(u"a"_s, u"Alpha"_s), entry(u"b"_s, u"Beta"_s), entry(u"c"_s, u"Gamma"_s)},
            {u"c"_s, u"gone"_s, u"b"_s});
        QCOMPARE(ids(model), (QStringList{u"c"_s, u"b"_s, u"a"_s}));
        model.setTyped(u"a"_s);
        QCOMPARE(ids(model).constFirst(), u"a"_s);
        model.setTyped(u"nothing like it"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setTyped({});
        QCOMPARE(model.rowCount(), 3);
    }

    void ofTwoThatFitAlikeTheRecentOneIsFirst() {
        PaletteModel model;
        model.setEntries({entry(u"1"_s, u"shop one"_s), entry(u"2"_s, u"shop two"_s)}, {u"2"_s});
        model.setTyped(u"shop"_s);
        QCOMPARE(ids(model), (QStringList{u"2"_s, u"1"_s}));
    }

    void theKindCanBeTypedToo() {
        PaletteModel model;
        model.setEntries({entry(u"t"_s, u"prod"_s, u"Target"_s), entry(u"p"_s, u"shop"_s, u"Project"_s)}, {});
        model.setTyped(u"target"_s);
        QCOMPARE(ids(model), (QStringList{u"t"_s}));
        QVERIFY(model.index(0).data(PaletteModel::PositionsRole).value<QList<int>>().isEmpty());
    }
};

QTEST_GUILESS_MAIN(PaletteTest)
#include "tst_palette.moc"
