#include "tests/deploy/emulator_cloud.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::test;

/// The same pipeline over the real adapters and the emulator, with faults at the network.
class TestEmulatorFlow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_cloud.emplace(); }
    void cleanupTestCase() { m_cloud.reset(); }

    void aSecondDeploymentSendsOnlyWhatChanged() {
        World world(m_cloud->targets());
        const Project project = EmulatorCloud::prepare(world, u"second"_s);
        const Deployment first = world.deploy(project.id);
        QVERIFY2(!first.failure, first.failure ? qPrintable(first.failure->detail) : "");
        QCOMPARE(m_cloud->served(u"second"_s), u"old"_s);
        const Deployment same = world.deploy(project.id);
        QVERIFY(same.buildReused);
        QCOMPARE(same.objectsSent, 0);
        EmulatorCloud::writeVersion(world, "new");
        const Deployment changed = world.deploy(project.id);
        QCOMPARE(changed.objectsSent, 2);
        QCOMPARE(changed.bytesSent, 18);
        QCOMPARE(m_cloud->served(u"second"_s), u"new"_s);
        QCOMPARE(world.operate([&] { world.deployer->rollBack(project.id); }).subject, u"finished"_s);
        QCOMPARE(m_cloud->served(u"second"_s), u"old"_s);
        QCOMPARE(world.operate([&] { world.deployer->removeProject(project.id); }).subject, u"finished"_s);
        QCOMPARE(m_cloud->served(u"second"_s), u"gone"_s);
    }

    void anEdgeThatIsSlowToFollowIsWaitedFor() {
        World world(m_cloud->targets());
        const Project project = EmulatorCloud::prepare(world, u"slow"_s);
        const Deployment first = world.deploy(project.id);
        EmulatorCloud::writeVersion(world, "new");
        m_cloud->delayEdge(std::chrono::milliseconds(700));
        QCOMPARE(world.deploy(project.id).state, DeploymentState::Live);
        QCOMPARE(m_cloud->served(u"slow"_s), u"new"_s);
        QCOMPARE(world.operate([&] { world.deployer->rollBack(project.id, first.id); }).subject, u"finished"_s);
        QCOMPARE(m_cloud->served(u"slow"_s), u"old"_s);

        m_cloud->delayEdge(std::chrono::hours(1));
        EmulatorCloud::writeVersion(world, "newest");
        const Deployment never = world.deploy(project.id);
        m_cloud->program({});
        QCOMPARE(never.failure->kind, ErrorKind::ProofFailed);
        QCOMPARE(m_cloud->served(u"slow"_s), u"old"_s);
        QCOMPARE(world.find(first.id).state, DeploymentState::Live);
    }

    void faults_data() {
        QTest::addColumn<QString>("action");
        for (const QString& action : {u"PutObject"_s, u"CopyObject"_s, u"HeadObject"_s, u"ListObjectsV2"_s, u"PutKv"_s,
                 u"GetKv"_s, u"PurgeCaches"_s}) {
            QTest::newRow(qPrintable(action)) << action;
        }
    }

    /// An action that is refused however often it is tried. A single failure at any place is tst_any_call's.
    void faults() {
        QFETCH(QString, action);
        World world(m_cloud->targets());
        const QString slug = u"fault-"_s + QString::number(++m_sites);
        const Project project = EmulatorCloud::prepare(world, slug);
        (void)world.deploy(project.id);
        QCOMPARE(m_cloud->served(slug), u"old"_s);
        EmulatorCloud::writeVersion(world, "new");
        m_cloud->program({{u"action"_s, action}, {u"effect"_s, u"refuse"_s}, {u"times"_s, 1000}, {u"status"_s, 403},
            {u"code"_s, u"AccessDenied"_s}});
        const Deployment deployment = world.deploy(project.id);
        m_cloud->program({});
        if (action != u"PurgeCaches"_s) {
            QCOMPARE(deployment.state, DeploymentState::Failed);
        }
        QCOMPARE(m_cloud->served(slug), deployment.state == DeploymentState::Live ? u"new"_s : u"old"_s);
        const Deployment again = world.deploy(project.id);
        QCOMPARE(again.state, DeploymentState::Live);
        QCOMPARE(m_cloud->served(slug), u"new"_s);
    }

private:
    std::optional<EmulatorCloud> m_cloud;
    int m_sites = 0;
};

QTEST_GUILESS_MAIN(TestEmulatorFlow)
#include "tst_emulator_flow.moc"
