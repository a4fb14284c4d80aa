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

class TestPushWatcher : public QObject {
    Q_OBJECT

private slots:
    void init() { m_desk = std::make_unique<test::WatchDesk>(); }
    void cleanup() { m_desk.reset(); }

    void nothingIsAskedBeforeItIsSwitchedOn() {
        m_desk->pass(1h);
        QCOMPARE(m_desk->source.looks, 0);
        QCOMPARE(m_desk->state().phase, WatchPhase::Off);
        QVERIFY(m_desk->state().isPossible);
    }

    void theFirstLookDeploysNothing() {
        m_desk->watch();
        QCOMPARE(m_desk->source.looks, 1);
        QCOMPARE(m_desk->requests.size(), 0);
        QCOMPARE(m_desk->verdict(), PushVerdict::Baseline);
        QCOMPARE(m_desk->state().head, first);
        QCOMPARE(m_desk->state().branch, u"main"_s);
        QCOMPARE(m_desk->state().lookedAt, m_desk->clock.time);
        QCOMPARE(m_desk->state().nextAt, m_desk->clock.time.addSecs(60));
    }

    void aPushIsDeployedOnce() {
        m_desk->watch();
        QSignalSpy judged(&*m_desk->watcher, &PushWatcher::pushJudged);
        m_desk->push(second);
        m_desk->pass(59s);
        QCOMPARE(m_desk->source.looks, 1);
        m_desk->pass(1s);
        QCOMPARE(m_desk->requests.size(), 1);
        QCOMPARE(m_desk->requests.first().commit, second);
        QCOMPARE(m_desk->requests.first().branch, u"main"_s);
        QCOMPARE(m_desk->verdict(), PushVerdict::Deployed);
        QCOMPARE(m_desk->state().outcome->message, u"Fix header"_s);
        QCOMPARE(m_desk->state().outcome->author, u"Zoë"_s);
        QVERIFY(m_desk->state().outcome->deployment > 0);
        QCOMPARE(judged.size(), 1);
        m_desk->waitDeployed();
        m_desk->pass(60s);
        m_desk->pass(60s);
        QCOMPARE(m_desk->requests.size(), 1);
        QCOMPARE(m_desk->source.looks, 4);
    }

    void aFailedDeploymentIsNotTriedAgainByItself() {
        m_desk->watch();
        m_desk->world.builder.failBuild = true;
        m_desk->push(second);
        m_desk->pass(60s);
        m_desk->waitDeployed();
        m_desk->pass(60s);
        QCOMPARE(m_desk->requests.size(), 1);
    }

    void whatAPersonHasDeployedIsNotDeployedAgain() {
        m_desk->watch();
        m_desk->world.waitIdle([this] {
            DeployRequest request;
            request.project = m_desk->project.id;
            request.commit = second;
            m_desk->world.deployer->deploy(request);
        });
        m_desk->push(second);
        m_desk->pass(60s);
        QCOMPARE(m_desk->requests.size(), 0);
        QCOMPARE(m_desk->verdict(), PushVerdict::AlreadyDeployed);
    }

    void aPreviewOfACommitIsNotItsDeployment() {
        m_desk->watch();
        Deployment preview;
        preview.id = 77;
        preview.preview = u"next"_s;
        preview.project = m_desk->project.id;
        preview.target = m_desk->project.target;
        preview.state = DeploymentState::Live;
        preview.revision.commit = second;
        preview.createdAt = m_desk->clock.time;
        (void)DeploymentTable(*m_desk->world.database).adopt(preview);
        m_desk->push(second);
        m_desk->pass(60s);
        QCOMPARE(m_desk->requests.size(), 1);
    }

    void theNewestWins() {
        m_desk->watch();
        m_desk->world.builder.hangs = true;
        m_desk->push(second);
        m_desk->pass(60s);
        QCOMPARE(m_desk->requests.size(), 1);
        const DeploymentId running = m_desk->state().outcome->deployment;
        QTRY_COMPARE(m_desk->world.find(running).stage, Stage::Install);
        m_desk->push(third);
        m_desk->pass(60s);
        const QString fourth(40, u'd');
        m_desk->push(fourth);
        m_desk->pass(60s);
        QCOMPARE(m_desk->requests.last().commit, fourth);
        QCOMPARE(m_desk->state().outcome->commit, second);
        m_desk->world.builder.hangs = false;
        m_desk->world.waitIdle([&] { m_desk->world.deployer->cancel(running); });
        // At the end of the one before, without waiting for the next minute.
        m_desk->settle();
        m_desk->waitDeployed();
        QCOMPARE(m_desk->state().outcome->commit, fourth);
        QCOMPARE(m_desk->verdict(), PushVerdict::Deployed);
        QList<QString> deployed;
        for (const Deployment& deployment : DeploymentTable(*m_desk->world.database).ofProject(m_desk->project.id)) {
            deployed.append(deployment.requestedCommit);
        }
        QCOMPARE(deployed, QList<QString>({fourth, second}));
    }

    void skipWords() {
        m_desk->watch();
        m_desk->source.comparison.message = u"Docs [skip ci]"_s;
        m_desk->push(second);
        m_desk->pass(60s);
        QCOMPARE(m_desk->requests.size(), 0);
        QCOMPARE(m_desk->verdict(), PushVerdict::SkipWord);
        QCOMPARE(m_desk->state().outcome->commit, second);
        // What was seen and what was deployed are two things.
        const WatchRecord record = WatchTable(*m_desk->world.database).ofProject(m_desk->project.id);
        QCOMPARE(record.lastSeen, second);
        QCOMPARE(record.lastDeployed, QString());
    }

    void anotherFolderOfTheRepository() {
        m_desk->project.overrides.rootDirectory = u"apps/web"_s;
        m_desk->world.deployer->updateProject(m_desk->project);
        m_desk->watch();
        m_desk->source.comparison.files = {u"apps/api/main.ts"_s};
        m_desk->push(second);
        m_desk->pass(60s);
        QCOMPARE(m_desk->verdict(), PushVerdict::NothingChanged);
        m_desk->watcher->setPaths(m_desk->project.id, {u"apps/api"_s});
        QCOMPARE(m_desk->state().paths, QStringList(u"apps/api"_s));
        m_desk->push(third);
        m_desk->pass(60s);
        QCOMPARE(m_desk->verdict(), PushVerdict::Deployed);
    }

    void comparedIsWithWhatIsOnline() {
        m_desk->watch();
        m_desk->push(second);
        m_desk->pass(60s);
        m_desk->waitDeployed();
        m_desk->source.comparison.message = u"[skip ci]"_s;
        m_desk->push(third);
        m_desk->pass(60s);
        m_desk->push(QString(40, u'd'));
        m_desk->pass(60s);
        QCOMPARE(m_desk->source.compared, QStringList({first, second, second}));
    }

    void aBranchThatWasSetBackIsShown() {
        m_desk->watch();
        m_desk->source.comparison.relation = CommitRelation::Older;
        m_desk->push(second);
        m_desk->pass(60s);
        QCOMPARE(m_desk->requests.size(), 0);
        QCOMPARE(m_desk->verdict(), PushVerdict::OlderCommit);
        m_desk->source.comparison.relation = CommitRelation::Aside;
        m_desk->push(third);
        m_desk->pass(60s);
        QCOMPARE(m_desk->requests.size(), 1);
    }

    void pushedWhileTheProgramWasClosed() {
        m_desk->watch();
        m_desk->end();
        m_desk->push(second);
        m_desk->clock.time = m_desk->clock.time.addDays(3);
        m_desk->begin();
        m_desk->settle();
        QCOMPARE(m_desk->requests.size(), 1);
        QCOMPARE(m_desk->requests.first().commit, second);
    }

    void switchedOffAndOnItBeginsAnew() {
        m_desk->watch();
        m_desk->watcher->setEnabled(m_desk->project.id, false);
        QCOMPARE(m_desk->state().phase, WatchPhase::Off);
        m_desk->push(second);
        m_desk->pass(1h);
        QCOMPARE(m_desk->source.looks, 1);
        m_desk->watch();
        QCOMPARE(m_desk->requests.size(), 0);
        QCOMPARE(m_desk->verdict(), PushVerdict::Baseline);
    }

    void lookingWhileSwitchedOffOnlyShows() {
        m_desk->watcher->lookNow(m_desk->project.id);
        m_desk->settle();
        QCOMPARE(m_desk->state().head, first);
        QVERIFY(!m_desk->state().outcome);
        QCOMPARE(m_desk->state().phase, WatchPhase::Off);
        m_desk->pass(1h);
        QCOMPARE(m_desk->source.looks, 1);
    }

    void theNumberOfLooks() {
        m_desk->watch();
        m_desk->random = 0;
        m_desk->pass(60s);
        QCOMPARE(m_desk->state().nextAt, m_desk->clock.time.addSecs(48));
        m_desk->random = 1;
        m_desk->pass(48s);
        QCOMPARE(m_desk->state().nextAt, m_desk->clock.time.addSecs(72));
        m_desk->random = 0.5;
        m_desk->watcher->setInFront(false);
        m_desk->pass(72s);
        QCOMPARE(m_desk->state().nextAt, m_desk->clock.time.addSecs(300));
        const int before = m_desk->source.looks;
        m_desk->pass(50s);
        QCOMPARE(m_desk->source.looks, before);
        m_desk->watcher->setInFront(true);
        m_desk->settle();
        QCOMPARE(m_desk->source.looks, before + 1);
        // Seen a moment ago, another look tells nothing.
        m_desk->watcher->setInFront(false);
        m_desk->watcher->setInFront(true);
        m_desk->settle();
        QCOMPARE(m_desk->source.looks, before + 1);
    }

    void afterSleepItLooksAtOnce() {
        m_desk->watch();
        m_desk->watcher->setInFront(false);
        m_desk->pass(60s);
        const int before = m_desk->source.looks;
        m_desk->pass(30s);
        QCOMPARE(m_desk->source.looks, before);
        m_desk->pass(70s);
        QCOMPARE(m_desk->source.looks, before + 1);
        // The clock was set back.
        m_desk->clock.time = m_desk->clock.time.addDays(-1);
        m_desk->settle();
        QCOMPARE(m_desk->source.looks, before + 2);
    }

    void oneAfterTheOther() {
        for (int i = 0; i < 5; ++i) {
            const Project project = m_desk->addProject(u"shop%1"_s.arg(i));
            m_desk->watcher->setEnabled(project.id, true);
        }
        m_desk->watch();
        QCOMPARE(m_desk->source.looks, 6);
        QCOMPARE(m_desk->source.mostAtOnce, 1);
    }

    void aLimitIsWaitedFor() {
        m_desk->watch();
        Error limited(ErrorKind::RateLimited, u"github.com"_s);
        limited.retryAt = m_desk->clock.time.addSecs(1800);
        m_desk->source.error = limited;
        m_desk->pass(60s);
        QCOMPARE(m_desk->state().phase, WatchPhase::Limited);
        QCOMPARE(m_desk->state().nextAt, limited.retryAt);
        QVERIFY(m_desk->state().error);
        const int before = m_desk->source.looks;
        m_desk->source.error.reset();
        for (int i = 0; i < 20; ++i) {
            m_desk->pass(59s);
        }
        QCOMPARE(m_desk->source.looks, before);
        m_desk->clock.time = limited.retryAt.addSecs(-1);
        m_desk->settle();
        m_desk->pass(1s);
        QVERIFY(m_desk->source.looks > before);
        QCOMPARE(m_desk->state().phase, WatchPhase::Resting);
        QVERIFY(!m_desk->state().error);
    }

    void offlineItWaitsLongerEachTime() {
        m_desk->watch();
        m_desk->source.error = Error(ErrorKind::NetworkUnreachable, u"example.com"_s);
        QList<qint64> waits;
        for (int i = 0; i < 4; ++i) {
            m_desk->watcher->lookNow(m_desk->project.id);
            m_desk->settle();
            waits.append(m_desk->clock.time.secsTo(m_desk->state().nextAt));
        }
        QCOMPARE(waits, QList<qint64>({60, 120, 240, 300}));
        QCOMPARE(m_desk->state().phase, WatchPhase::Offline);
        m_desk->source.error.reset();
        m_desk->push(second);
        m_desk->watcher->wake();
        m_desk->settle();
        QCOMPARE(m_desk->state().phase, WatchPhase::Resting);
        QCOMPARE(m_desk->requests.size(), 1);
    }

    void whoHasToSignInIsTold() {
        m_desk->watch();
        m_desk->source.error = Error(ErrorKind::SignInNeeded, u"li@github.com"_s);
        m_desk->pass(60s);
        QCOMPARE(m_desk->state().phase, WatchPhase::NeedsSignIn);
        QCOMPARE(m_desk->state().error->subject, u"li@github.com"_s);
        QCOMPARE(m_desk->state().head, first);
        m_desk->source.error.reset();
        m_desk->watcher->wake();
        m_desk->settle();
        QCOMPARE(m_desk->state().phase, WatchPhase::Resting);
    }

    void aBranchThatIsGoneIsAFailure() {
        m_desk->watch();
        m_desk->source.error = Error(ErrorKind::BranchNotFound, u"main"_s);
        m_desk->pass(60s);
        QCOMPARE(m_desk->state().phase, WatchPhase::Failed);
        QCOMPARE(m_desk->clock.time.secsTo(m_desk->state().nextAt), 300);
    }

    void foldersCannotBeWatched() {
        const Project folder = m_desk->world.addProject(u"folder"_s);
        QVERIFY(!m_desk->watcher->state(folder.id).isPossible);
        QVERIFY_THROWS_EXCEPTION(Error, m_desk->watcher->setEnabled(folder.id, true));
        QVERIFY_THROWS_EXCEPTION(Error, m_desk->watcher->setEnabled(4711, true));
    }

    void aProjectThatIsGoneIsForgotten() {
        m_desk->watch();
        m_desk->world.deployer->forgetProject(m_desk->project.id);
        m_desk->pass(60s);
        m_desk->pass(60s);
        QCOMPARE(m_desk->source.looks, 1);
    }

    void twoProcessesDeployOnce() {
        m_desk->watch();
        QVERIFY(WatchTable(*m_desk->world.database).claim(m_desk->project.id, second));
        QVERIFY(!WatchTable(*m_desk->world.database).claim(m_desk->project.id, second));
        m_desk->push(second);
        m_desk->pass(60s);
        QCOMPARE(m_desk->requests.size(), 0);
    }

    void aStalledServerDoesNotHoldTheEnd() {
        m_desk->watch();
        m_desk->source.hangs = true;
        m_desk->clock.time = m_desk->clock.time.addSecs(60);
        m_desk->watcher->tick();
        QTRY_COMPARE(m_desk->source.looks, 2);
        m_desk->end();
    }

private:
    std::unique_ptr<test::WatchDesk> m_desk;
};

QTEST_GUILESS_MAIN(TestPushWatcher)
#include "tst_push_watcher.moc"
