#include "core/deploy/owner.h"
#include "core/process/leftovers.h"
#include "tests/deploy/world.h"

#include <QProcess>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::test;

class TestRecovery : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_world->write(u"package.json"_s, R"({"scripts":{"build":"vite build"},"devDependencies":{"vite":"5"}})");
        m_world->write(u"index.html"_s, "one");
        m_project = m_world->addProject();
    }

    void cleanup() { m_world.reset(); }

    void whatADeadProcessLeftIsInterruptedAndResumable_data() {
        QTest::addColumn<Stage>("stage");
        for (const Stage stage : {Stage::Queue, Stage::Checkout, Stage::Install, Stage::Build, Stage::CheckOutput,
                 Stage::Publish, Stage::Route}) {
            QTest::newRow(qPrintable(stageName(stage))) << stage;
        }
    }

    void whatADeadProcessLeftIsInterruptedAndResumable() {
        QFETCH(Stage, stage);
        const Deployment old = m_world->deploy(m_project.id);
        const Deployment left = leave(stage, deadOwner());
        const QString folder = m_world->home.buildFolder() + u'/' + QString::number(left.id);
        QVERIFY(QDir().mkpath(folder + u"/source"_s));
        recover();
        QCOMPARE(m_world->find(left.id).state, DeploymentState::Interrupted);
        QCOMPARE(m_world->find(left.id).stage, stage);
        QVERIFY(!QFileInfo::exists(folder));
        QCOMPARE(m_world->find(old.id).state, DeploymentState::Live);
        QCOMPARE(m_world->cloud.visit(u"shop.localhost"_s, u"index.html"_s), QByteArray("one"));
        m_world->write(u"index.html"_s, "two");
        m_world->waitIdle([&] { m_world->deployer->resume(left.id); });
        QCOMPARE(m_world->find(left.id).state, DeploymentState::Live);
        QCOMPARE(m_world->cloud.visit(u"shop.localhost"_s, u"index.html"_s), QByteArray("two"));
    }

    void whatTheEdgeAnswersAlreadyIsLive() {
        const Deployment old = m_world->deploy(m_project.id);
        const Deployment left = leave(Stage::Route, deadOwner());
        RoutingEntry entry = routingEntryFromJson(m_world->cloud.entries.value(u"shop.localhost"_s));
        entry.deployment = left.id;
        m_world->cloud.entries.insert(u"shop.localhost"_s, toJson(entry));
        recover();
        QCOMPARE(m_world->find(left.id).state, DeploymentState::Live);
        QCOMPARE(m_world->find(old.id).state, DeploymentState::Ready);
    }

    void anUnreachableCloudDoesNotStopRecovery() {
        const Deployment left = leave(Stage::Prove, deadOwner());
        m_world->cloud.failCall = 1;
        m_world->cloud.failForEver = true;
        recover();
        QCOMPARE(m_world->find(left.id).state, DeploymentState::Interrupted);
    }

    void whatALivingProcessRunsIsLeftAlone() {
        const Deployment left = leave(Stage::Build, ownerOfThisProcess());
        recover();
        QCOMPARE(m_world->find(left.id).state, DeploymentState::Running);
        QVERIFY_THROWS_EXCEPTION(Error,
            m_world->deployer->deploy({.project = m_project.id,
                .target = {},
                .branch = {},
                .commit = {},
                .preview = {},
                .password = {},
                .variables = {}}));
    }

    void processesOfTheDeadAreEnded() {
        const Deployment left = leave(Stage::Build, deadOwner());
        QProcess leftover;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString(jobVariable), QString::number(left.id));
        leftover.setProcessEnvironment(environment);
        leftover.start(u"/bin/sleep"_s, {u"600"_s});
        QVERIFY(leftover.waitForStarted());
        recover();
        QVERIFY(leftover.state() == QProcess::NotRunning || leftover.waitForFinished());
        QCOMPARE(m_world->find(left.id).state, DeploymentState::Interrupted);
    }

    void discardRemovesWhatWasUploaded() {
        const Deployment left = leave(Stage::Publish, deadOwner());
        m_world->cloud.objects.insert(left.objectPrefix + u"/index.html"_s, {"half", {}});
        recover();
        QCOMPARE(m_world->operate([&] { m_world->deployer->discard(left.id); }).subject, u"finished"_s);
        QCOMPARE(m_world->find(left.id).state, DeploymentState::Cancelled);
        QVERIFY(m_world->cloud.objects.isEmpty());
        const Deployment live = m_world->deploy(m_project.id);
        QVERIFY_THROWS_EXCEPTION(Error, m_world->deployer->discard(live.id));
    }

    void resumeNeedsTheVariablesItWasBegunWith() {
        const Deployment left = leave(Stage::Build, deadOwner());
        DeploymentTable(*m_world->database).setVariableNames(left.id, {u"KEY"_s});
        recover();
        QVERIFY_THROWS_EXCEPTION(Error, m_world->deployer->resume(left.id));
        m_world->waitIdle([&] { m_world->deployer->resume(left.id, {{u"KEY"_s, u"value"_s, true}}); });
        QCOMPARE(m_world->find(left.id).state, DeploymentState::Live);
    }

private:
    static QString deadOwner() {
        const QStringList parts = ownerOfThisProcess().split(u':');
        return parts.at(0) + u':' + parts.at(1) + u":1"_s;
    }

    /// A row as a process leaves it that is killed in \a stage.
    Deployment leave(Stage stage, const QString& owner) {
        Deployment deployment;
        deployment.id = QDateTime::currentMSecsSinceEpoch() * 4096;
        deployment.project = m_project.id;
        deployment.target = localTargetName;
        deployment.state = stage == Stage::Queue ? DeploymentState::Queued : DeploymentState::Running;
        deployment.stage = stage;
        deployment.objectPrefix = u"projects/shop/%1"_s.arg(deployment.id);
        deployment.createdAt = QDateTime::currentDateTimeUtc();
        return DeploymentTable(*m_world->database).insert(deployment, owner);
    }

    void recover() {
        m_world->waitIdle([this] { m_world->deployer->recover(); });
    }

    std::unique_ptr<World> m_world;
    Project m_project;
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
