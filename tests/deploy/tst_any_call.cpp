#include "tests/deploy/emulator_cloud.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::test;

namespace {

constexpr int moreThanEver = 100; ///< No flow here needs as many calls.

QJsonObject faultAt(int call, const QString& effect) {
    return {{u"action"_s, u"*"_s}, {u"call"_s, call}, {u"effect"_s, effect}, {u"status"_s, 403},
        {u"code"_s, u"AccessDenied"_s}};
}

} // namespace

/// Whichever one call to the cloud fails, of a deployment, a rollback and a removal: it ends with a clear error or does not matter, visitors
/// have what they had, and the same again completes. Over the real adapters and the emulator.
class TestAnyCall : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_cloud.emplace(); }
    void cleanupTestCase() { m_cloud.reset(); }

    void init() {
        m_world = std::make_unique<World>(m_cloud->targets());
        m_world->stop();
        m_world->limits.keep = 2;
        m_world->start();
        m_slug = u"site-"_s + QString::number(++m_sites);
        m_failures = 0;
    }

    void cleanup() {
        m_cloud->program({});
        m_world.reset();
    }

    void ofADeployment_data() { effects(); }

    void ofADeployment() {
        QFETCH(QString, effect);
        const Project project = EmulatorCloud::prepare(*m_world, m_slug);
        for (int call = 1; call < moreThanEver; ++call) {
            const QString before = m_cloud->served(m_slug);
            const QString version = u"v%1"_s.arg(call);
            EmulatorCloud::writeVersion(*m_world, version.toLatin1());
            m_cloud->program(faultAt(call, effect));
            const Deployment deployment = m_world->deploy(project.id);
            const bool isOver = m_cloud->calls() < call;
            m_cloud->program({});
            if (deployment.state != DeploymentState::Live) {
                ++m_failures;
                QCOMPARE(deployment.state, DeploymentState::Failed);
                verifyClear(errorOf(*deployment.failure));
                QCOMPARE(m_cloud->served(m_slug), before);
                QCOMPARE(m_world->deploy(project.id).state, DeploymentState::Live);
            }
            QCOMPARE(m_cloud->served(m_slug), version);
            if (isOver) {
                verifyTried(call, effect);
                return;
            }
        }
        QFAIL("a deployment never needs that many calls");
    }

    void ofARollBack_data() { effects(); }

    void ofARollBack() {
        QFETCH(QString, effect);
        const Project project = EmulatorCloud::prepare(*m_world, m_slug);
        (void)m_world->deploy(project.id);
        EmulatorCloud::writeVersion(*m_world, "new");
        (void)m_world->deploy(project.id);
        for (int call = 1; call < moreThanEver; ++call) {
            const QString before = m_cloud->served(m_slug);
            const QString wanted = before == u"old"_s ? u"new"_s : u"old"_s;
            const Deployment deployment
                = *DeploymentTable(*m_world->database).findByNumber(project.id, wanted == u"old"_s ? 1 : 2);
            m_cloud->program(faultAt(call, effect));
            const Error error = rollBack(project, deployment);
            const bool isOver = m_cloud->calls() < call;
            m_cloud->program({});
            if (error.subject != u"finished"_s) {
                ++m_failures;
                verifyClear(error);
                QCOMPARE(m_cloud->served(m_slug), before);
                QCOMPARE(rollBack(project, deployment).subject, u"finished"_s);
            }
            QCOMPARE(m_cloud->served(m_slug), wanted);
            if (isOver) {
                verifyTried(call, effect);
                return;
            }
        }
        QFAIL("a rollback never needs that many calls");
    }

    void ofARemoval_data() { effects(); }

    void ofARemoval() {
        QFETCH(QString, effect);
        EmulatorCloud::prepare(*m_world, u"unused"_s);
        for (int call = 1; call < moreThanEver; ++call) {
            const QString slug = u"%1-%2"_s.arg(m_slug).arg(call);
            const Project project = m_world->addProject(slug);
            QCOMPARE(m_world->deploy(project.id).state, DeploymentState::Live);
            m_cloud->program(faultAt(call, effect));
            const Error error = remove(project);
            const bool isOver = m_cloud->calls() < call;
            m_cloud->program({});
            if (error.subject != u"finished"_s) {
                ++m_failures;
                QCOMPARE(error.kind, ErrorKind::RemovalIncomplete);
                verifyClear(error);
                QVERIFY(ProjectTable(*m_world->database).find(project.id));
                QVERIFY(m_cloud->served(slug) != u"broken"_s);
                QCOMPARE(remove(project).subject, u"finished"_s);
            }
            QCOMPARE(m_cloud->served(slug), u"gone"_s);
            QVERIFY(!ProjectTable(*m_world->database).find(project.id));
            verifyNothingLeft(slug);
            if (isOver) {
                verifyTried(call, effect);
                return;
            }
        }
        QFAIL("a removal never needs that many calls");
    }

private:
    static void effects() {
        QTest::addColumn<QString>("effect");
        for (const QString& effect : {u"refuse"_s, u"cut-before"_s, u"cut-after"_s}) {
            QTest::newRow(qPrintable(effect)) << effect;
        }
    }

    Error rollBack(const Project& project, const Deployment& deployment) {
        return m_world->operate([&] { m_world->deployer->rollBack(project.id, deployment.id); });
    }

    Error remove(const Project& project) {
        return m_world->operate([&] { m_world->deployer->removeProject(project.id); });
    }

    /// It says what happened, and where it can be looked up.
    static void verifyClear(const Error& error) {
        QVERIFY2(error.kind != ErrorKind::Internal, error.what());
        QVERIFY(!error.detail.isEmpty());
    }

    void verifyNothingLeft(const QString& slug) {
        const OpenTarget target = await(m_world->targets->open(localTargetName, {}));
        QVERIFY(await(target.objects->list(u"projects/%1/"_s.arg(slug), {})).isEmpty());
        QVERIFY(!await(target.router->readEntry(siteHost(target.target, slug), {})));
    }

    /// A connection that is cut once is tried again; a refusal is not.
    void verifyTried(int call, const QString& effect) const {
        QVERIFY(call > 4);
        QVERIFY2(effect != u"refuse"_s || m_failures > 1, qPrintable(QString::number(m_failures)));
        qInfo("%s: %d calls, %d failures", qPrintable(effect), call - 1, m_failures);
    }

    std::optional<EmulatorCloud> m_cloud;
    std::unique_ptr<World> m_world;
    QString m_slug;
    int m_sites = 0;
    int m_failures = 0;
};

QTEST_GUILESS_MAIN(TestAnyCall)
#include "tst_any_call.moc"
