#include "core/github/listed_tree.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

using Kind = TreeEntry::Kind;

ListedTree sample() {
    return ListedTree({{u"package.json"_s, Kind::File, u"p"_s, 10}, {u"docs"_s, Kind::Folder, u"d"_s, 0},
        {u"docs/index.md"_s, Kind::File, u"i"_s, 5}, {u"docs/deep"_s, Kind::Folder, u"e"_s, 0},
        {u"docs/deep/a.txt"_s, Kind::File, u"a"_s, 5}, {u"manual"_s, Kind::Link, u"l1"_s, 4},
        {u"out"_s, Kind::Link, u"l2"_s, 4}, {u"round"_s, Kind::Link, u"l3"_s, 5},
        {u"docs/up.json"_s, Kind::Link, u"l4"_s, 4}, {u"theme"_s, Kind::Submodule, u"s"_s, 0},
        {u"huge.json"_s, Kind::File, u"h"_s, 5'000'000}});
}

} // namespace

class TestListedTree : public QObject {
    Q_OBJECT

private slots:
    void knowsNamesAtOnce() {
        const ListedTree tree = sample();
        QVERIFY(tree.hasFile(u"package.json"_s));
        QVERIFY(tree.hasFile(u"docs/deep/a.txt"_s));
        QVERIFY(!tree.hasFile(u"docs"_s));
        QVERIFY(tree.hasFolder(u"docs"_s));
        QVERIFY(tree.hasFolder(QString()));
        QVERIFY(tree.hasFolder(u"theme"_s));
        QVERIFY(!tree.hasFolder(u"none"_s));
        QVERIFY(!tree.hasFile(u"/package.json"_s));
        QVERIFY(tree.hasFile(u"docs/../package.json"_s));
        QVERIFY(!tree.hasFile(u"../package.json"_s));
        QCOMPARE(tree.entries(u"docs/deep"_s), QStringList(u"a.txt"_s));
    }

    void notesWhatItCannotSayYet() {
        ListedTree tree = sample();
        QCOMPARE(tree.read(u"package.json"_s), std::nullopt);
        QCOMPARE(tree.takeMissing(), QStringList(u"p"_s));
        QVERIFY(tree.takeMissing().isEmpty());
        tree.add(u"p"_s, "{}");
        QCOMPARE(tree.read(u"package.json"_s), std::optional<QByteArray>("{}"));
        QVERIFY(tree.takeMissing().isEmpty());
        // What does not exist, or is never read, is not missing.
        QCOMPARE(tree.read(u"none"_s), std::nullopt);
        QCOMPARE(tree.read(u"huge.json"_s), std::nullopt);
        QVERIFY(tree.takeMissing().isEmpty());
    }

    void followsLinksInsideTheRepository() {
        ListedTree tree = sample();
        QVERIFY(!tree.hasFile(u"manual/index.md"_s));
        QCOMPARE(tree.takeMissing(), QStringList(u"l1"_s));
        tree.add(u"l1"_s, "docs");
        tree.add(u"l2"_s, "../outside");
        tree.add(u"l3"_s, "round");
        tree.add(u"l4"_s, "../package.json");
        tree.add(u"p"_s, "{}");
        QVERIFY(tree.hasFile(u"manual/index.md"_s));
        QVERIFY(tree.hasFolder(u"manual"_s));
        QCOMPARE(tree.entries(u"manual"_s), tree.entries(u"docs"_s));
        QVERIFY(!tree.hasFolder(u"out"_s));
        QVERIFY(!tree.hasFile(u"round"_s));
        QCOMPARE(tree.read(u"docs/up.json"_s), std::optional<QByteArray>("{}"));
        QCOMPARE(
            tree.entries({}), (QStringList{u"docs/"_s, u"huge.json"_s, u"manual/"_s, u"package.json"_s, u"theme/"_s}));
        QVERIFY(tree.takeMissing().isEmpty());
    }

    void aLinkToAnAbsolutePathLeadsNowhere() {
        ListedTree tree({{u"passwd"_s, Kind::Link, u"l"_s, 11}});
        tree.add(u"l"_s, "/etc/passwd");
        QVERIFY(!tree.hasFile(u"passwd"_s));
        QVERIFY(tree.entries({}).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestListedTree)
#include "tst_listed_tree.moc"
