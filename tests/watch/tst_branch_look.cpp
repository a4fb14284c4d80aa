#include "core/store/watch_table.h"
#include "tests/watch/watch_desk.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace miaobu;

namespace {

const QString first = QString(40, u'a');
const QString second = QString(40, u'b');
const QString third = QString(40, u'c');

} // namespace

class TestBranchLook : public QObject {
    Q_OBJECT

private slots:
    void init() { m_desk = std::make_unique<test::WatchDesk>(); }
    void cleanup() { m_desk.reset(); }

    void withoutPreviewsNoBranchesAreAskedFor() {
        m_desk->watch();
        m_desk->pass(60s);
        QCOMPARE(m_desk->source.lists, 0);
    }

    void aPreviewGoesWithItsBranch() {
        m_desk->pushTo(u"next"_s, second);
        const Deployment shown = m_desk->preview(u"next"_s, second);
        QCOMPARE(shown.state, DeploymentState::Live);
        QCOMPARE(m_desk->preview(u"kept"_s, third).state, DeploymentState::Live);
        m_desk->pushTo(u"kept"_s, third);
        m_desk->watch();
        QSignalSpy gone(&*m_desk->world.deployer, &Deployer::previewGone);
        m_desk->source.branchHeads.remove(u"next"_s);
        m_desk->pass(60s);
        m_desk->world.waitIdle([] { });
        QCOMPARE(m_desk->previews(), QStringList(u"kept"_s));
        QCOMPARE(gone.size(), 1);
        QCOMPARE(gone.first().first().value<Preview>().branch, u"next"_s);
        QVERIFY(!m_desk->world.cloud.entries.contains(u"shop-next.localhost"_s));
        QVERIFY(m_desk->world.cloud.entries.contains(u"shop-kept.localhost"_s));
    }

    void oneOfACommitStays() {
        DeployRequest request;
        request.project = m_desk->project.id;
        request.commit = second;
        request.preview = u"commit"_s;
        m_desk->world.waitIdle([&] { m_desk->world.deployer->deploy(request); });
        (void)m_desk->preview(u"next"_s, second);
        m_desk->watch();
        m_desk->pass(60s);
        m_desk->world.waitIdle([] { });
        QCOMPARE(m_desk->previews(), QStringList(u"commit"_s));
    }

    void nothingGoesBecauseOfAnAnswerThatIsNotWhole_data() {
        QTest::addColumn<QString>("what");
        for (const char* what : {"an error", "unreachable", "rate limit", "no access", "truncated", "empty", "off"}) {
            QTest::newRow(what) << QString::fromLatin1(what);
        }
    }

    void nothingGoesBecauseOfAnAnswerThatIsNotWhole() {
        QFETCH(QString, what);
        (void)m_desk->preview(u"next"_s, second);
        m_desk->pushTo(u"next"_s, second);
        m_desk->watch();
        m_desk->source.branchHeads.remove(u"next"_s);
        const QHash<QString, ErrorKind> errors{{u"an error"_s, ErrorKind::HttpStatus},
            {u"unreachable"_s, ErrorKind::NetworkUnreachable}, {u"rate limit"_s, ErrorKind::RateLimited},
            {u"no access"_s, ErrorKind::RepositoryNotFound}};
        if (errors.contains(what)) {
            m_desk->source.listError = Error(errors.value(what), u"github.com"_s);
        } else if (what == u"truncated"_s) {
            m_desk->source.isComplete = false;
        } else if (what == u"empty"_s) {
            m_desk->source.branchHeads.clear();
        } else {
            m_desk->watcher->setEnabled(m_desk->project.id, false);
            m_desk->watcher->lookNow(m_desk->project.id);
        }
        const int before = m_desk->source.lists;
        m_desk->pass(60s);
        m_desk->world.waitIdle([] { });
        QCOMPARE(m_desk->previews(), QStringList(u"next"_s));
        QCOMPARE(m_desk->source.lists > before, what != u"off"_s);
        QCOMPARE(m_desk->state().error.has_value(), errors.contains(what));
    }

    void aPushToTheBranchOfAPreviewIsShown() {
        m_desk->pushTo(u"next"_s, second);
        (void)m_desk->preview(u"next"_s, second);
        m_desk->watch();
        QCOMPARE(m_desk->requests.size(), 0);
        m_desk->pushTo(u"next"_s, third);
        m_desk->pushTo(u"other"_s, third);
        m_desk->pass(60s);
        QCOMPARE(m_desk->requests.size(), 1);
        QCOMPARE(m_desk->requests.first().preview, u"next"_s);
        QCOMPARE(m_desk->requests.first().branch, u"next"_s);
        QCOMPARE(m_desk->requests.first().commit, third);
        m_desk->waitDeployed();
        m_desk->pass(60s);
        QCOMPARE(m_desk->requests.size(), 1);
    }

    void pushedBetweenMakingItAndTheFirstLookItIsShown() {
        (void)m_desk->preview(u"next"_s, second);
        m_desk->pushTo(u"next"_s, third);
        m_desk->watch();
        QCOMPARE(m_desk->requests.size(), 1);
        QCOMPARE(m_desk->requests.first().commit, third);
    }

    void aFailedPreviewIsNotTriedAgainByItself() {
        m_desk->pushTo(u"next"_s, second);
        (void)m_desk->preview(u"next"_s, second);
        m_desk->watch();
        m_desk->world.builder.failBuild = true;
        m_desk->world.write(u"index.html"_s, "other");
        m_desk->pushTo(u"next"_s, third);
        m_desk->pass(60s);
        m_desk->waitDeployed();
        m_desk->pass(60s);
        QCOMPARE(m_desk->requests.size(), 1);
    }

    void everyOtherBranchWhereThatIsWanted() {
        m_desk->pushTo(u"stale"_s, second);
        m_desk->watch();
        m_desk->watcher->setBranches(m_desk->project.id, true);
        m_desk->settle();
        QVERIFY(m_desk->state().branches);
        QCOMPARE(m_desk->requests.size(), 0); // What was there before is no push.
        m_desk->pushTo(u"feature/Login"_s, second);
        m_desk->pushTo(u"修复"_s, second);
        m_desk->pass(60s);
        m_desk->waitDeployed();
        QCOMPARE(m_desk->previews().size(), 2);
        QVERIFY(m_desk->previews().contains(u"feature-login"_s));
        QVERIFY(m_desk->world.cloud.entries.contains(u"shop-feature-login.localhost"_s));
        // Another branch of the same name gets another address.
        m_desk->pushTo(u"feature-login"_s, third);
        m_desk->pass(60s);
        m_desk->waitDeployed();
        QCOMPARE(m_desk->previews().size(), 3);
        QCOMPARE(m_desk->requests.last().preview, otherPreviewNameOf(u"shop"_s, u"feature-login"_s));
        // The site's own branch is no preview.
        m_desk->push(third);
        m_desk->pushTo(u"main"_s, third);
        m_desk->pass(60s);
        m_desk->waitDeployed();
        QCOMPARE(m_desk->requests.last().preview, QString());
        QCOMPARE(m_desk->previews().size(), 3);
        m_desk->watcher->setBranches(m_desk->project.id, false);
        m_desk->pushTo(u"another"_s, second);
        m_desk->pass(60s);
        m_desk->waitDeployed();
        QCOMPARE(m_desk->previews().size(), 3);
    }

    void whatIsSkipped_data() {
        QTest::addColumn<bool>("isSkipWord");
        QTest::newRow("skip word") << true;
        QTest::newRow("another folder") << false;
    }

    void whatIsSkipped() {
        QFETCH(bool, isSkipWord);
        m_desk->project.overrides.rootDirectory = u"apps/web"_s;
        m_desk->world.deployer->updateProject(m_desk->project);
        m_desk->watch();
        m_desk->watcher->setBranches(m_desk->project.id, true);
        m_desk->settle();
        m_desk->source.comparison.message = isSkipWord ? u"Docs [skip ci]"_s : u"Fix"_s;
        m_desk->source.comparison.files = {isSkipWord ? u"apps/web/a"_s : u"apps/api/main.ts"_s};
        m_desk->pushTo(u"next"_s, second);
        m_desk->pass(60s);
        QCOMPARE(m_desk->requests.size(), 0);
        // Against what is online, as there was no branch before.
        QCOMPARE(m_desk->source.compared, QStringList(first));
        m_desk->source.comparison = {CommitRelation::Aside, u"Fix"_s, u"Zoë"_s, {u"apps/web/a"_s}, true};
        m_desk->pushTo(u"next"_s, third);
        m_desk->pass(60s);
        QCOMPARE(m_desk->requests.size(), 1);
        QCOMPARE(m_desk->source.compared, QStringList({first, second}));
    }

    void pushedWhileItIsDeployedTheNewestComesNext() {
        m_desk->pushTo(u"next"_s, first);
        (void)m_desk->preview(u"next"_s, first);
        m_desk->watch();
        m_desk->world.builder.hangs = true;
        m_desk->world.write(u"index.html"_s, "other");
        m_desk->pushTo(u"next"_s, second);
        m_desk->pass(60s);
        QCOMPARE(m_desk->requests.size(), 1);
        m_desk->pushTo(u"next"_s, third);
        m_desk->pass(60s);
        QCOMPARE(m_desk->requests.size(), 2);
        m_desk->world.builder.hangs = false;
        const QList<Deployment> active = DeploymentTable(*m_desk->world.database).active();
        QCOMPARE(active.size(), 1);
        m_desk->world.waitIdle([&] { m_desk->world.deployer->cancel(active.first().id); });
        m_desk->pass(60s);
        QCOMPARE(m_desk->requests.size(), 3);
        QCOMPARE(m_desk->requests.last().commit, third);
    }

    void twoProcessesMakeOnePreview() {
        m_desk->watch();
        m_desk->watcher->setBranches(m_desk->project.id, true);
        m_desk->settle();
        const WatchTable table(*m_desk->world.database);
        QVERIFY(table.claimBranch(m_desk->project.id, u"next"_s, second));
        QVERIFY(!table.claimBranch(m_desk->project.id, u"next"_s, second));
        m_desk->pushTo(u"next"_s, second);
        m_desk->pass(60s);
        QCOMPARE(m_desk->requests.size(), 0);
    }

private:
    std::unique_ptr<test::WatchDesk> m_desk;
};

QTEST_GUILESS_MAIN(TestBranchLook)
#include "tst_branch_look.moc"
