#include "core/watch/push_rules.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

class TestPushRules : public QObject {
    Q_OBJECT

private slots:
    void wordsThatSkip_data() {
        QTest::addColumn<QString>("message");
        QTest::addColumn<bool>("skips");
        QTest::newRow("github") << u"Fix typo [skip ci]"_s << true;
        QTest::newRow("turned") << u"[CI SKIP] docs"_s << true;
        QTest::newRow("no ci") << u"docs [no ci]"_s << true;
        QTest::newRow("actions") << u"docs\n\nbody [skip actions]"_s << true;
        QTest::newRow("deploy") << u"docs [skip deploy]"_s << true;
        QTest::newRow("old") << u"***NO_CI*** docs"_s << true;
        QTest::newRow("trailer") << u"docs\n\n\nskip-checks: true"_s << true;
        QTest::newRow("none") << u"Fix typo"_s << false;
        QTest::newRow("talks of it") << u"Explain how to skip ci"_s << false;
        QTest::newRow("other brackets") << u"[skipper ci] and [ci]"_s << false;
        QTest::newRow("trailer off") << u"docs\n\nskip-checks: false"_s << false;
        QTest::newRow("empty") << QString() << false;
    }

    void wordsThatSkip() {
        QFETCH(QString, message);
        QFETCH(bool, skips);
        QCOMPARE(hasSkipWord(message), skips);
    }

    void whatIsWatched_data() {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QString>("root");
        QTest::addColumn<QStringList>("paths");
        QTest::addColumn<bool>("touched");
        const QStringList none;
        QTest::newRow("below") << QStringList{u"apps/web/a.ts"_s} << u"apps/web"_s << none << true;
        QTest::newRow("beside") << QStringList{u"apps/api/a.ts"_s} << u"apps/web"_s << none << false;
        QTest::newRow("same beginning") << QStringList{u"apps/web2/a.ts"_s} << u"apps/web"_s << none << false;
        QTest::newRow("written with slashes") << QStringList{u"apps/web/a"_s} << u"./apps/web/"_s << none << true;
        QTest::newRow("lock file above") << QStringList{u"pnpm-lock.yaml"_s} << u"apps/web"_s << none << true;
        QTest::newRow("lock file between") << QStringList{u"apps/package.json"_s} << u"apps/web"_s << none << true;
        QTest::newRow("lock file beside") << QStringList{u"apps/api/package.json"_s} << u"apps/web"_s << none << false;
        QTest::newRow("readme above") << QStringList{u"README.md"_s} << u"apps/web"_s << none << false;
        QTest::newRow("watched too") << QStringList{u"packages/ui/a.ts"_s} << u"apps/web"_s
                                     << QStringList{u"packages/"_s} << true;
        QTest::newRow("the whole") << QStringList{u"README.md"_s} << QString() << none << true;
        QTest::newRow("nothing") << none << u"apps/web"_s << none << false;
    }

    void whatIsWatched() {
        QFETCH(QStringList, files);
        QFETCH(QString, root);
        QFETCH(QStringList, paths);
        QFETCH(bool, touched);
        QCOMPARE(touches(files, root, paths), touched);
    }

    void verdicts() {
        PushComparison push{CommitRelation::Newer, u"Fix"_s, {}, {u"docs/a.md"_s}, true};
        QCOMPARE(judgePush(push, {}, {}), PushVerdict::Deployed);
        QCOMPARE(judgePush(push, u"site"_s, {}), PushVerdict::NothingChanged);
        push.isComplete = false;
        QCOMPARE(judgePush(push, u"site"_s, {}), PushVerdict::Deployed);
        push.relation = CommitRelation::Aside;
        QCOMPARE(judgePush(push, {}, {}), PushVerdict::Deployed);
        push.relation = CommitRelation::Unknown;
        QCOMPARE(judgePush(push, {}, {}), PushVerdict::Deployed);
        push.relation = CommitRelation::Older;
        QCOMPARE(judgePush(push, {}, {}), PushVerdict::OlderCommit);
        push = {CommitRelation::Newer, u"x [skip ci]"_s, {}, {}, true};
        QCOMPARE(judgePush(push, {}, {}), PushVerdict::SkipWord);
        push.message = u"Build again"_s;
        QCOMPARE(judgePush(push, {}, {}), PushVerdict::Deployed);
    }
};

QTEST_GUILESS_MAIN(TestPushRules)
#include "tst_push_rules.moc"
