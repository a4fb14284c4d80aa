#include "tests/deploy/world.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::test;

namespace {

const QString host = u"shop.localhost"_s;
const QString domain = u"www.shop.cn"_s;

} // namespace

class TestPropagation : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_world->write(u"package.json"_s, R"({"scripts":{"build":"vite build"},"devDependencies":{"vite":"5"}})");
        m_world->write(u"index.html"_s, "one");
        m_project = m_world->addProject();
        m_first = m_world->deploy(m_project.id);
        m_world->write(u"index.html"_s, "two");
        m_world->cloud.purges = 0;
        m_asked = 0;
        m_world->cloud.onCall = [this](int, const QString& name) { m_asked += name == u"ask"_s ? 1 : 0; };
    }

    void cleanup() { m_world.reset(); }

    void anEdgeThatFollowsAtOnceIsAskedThreeTimes() {
        QCOMPARE(m_world->deploy(m_project.id).state, DeploymentState::Live);
        QCOMPARE(m_asked, 3);
        QCOMPARE(m_world->cloud.purges, 1);
    }

    void oldAnswersAreToleratedUntilTheNewOnesStay() {
        m_world->cloud.follows = {false, false, true, true, false, true};
        QCOMPARE(m_world->deploy(m_project.id).state, DeploymentState::Live);
        QCOMPARE(m_asked, 8);
        // Once for the switch, and once for what was kept of the old answers meanwhile.
        QCOMPARE(m_world->cloud.purges, 2);
    }

    void everyHostTellsHowFarItIs() {
        QSignalSpy progressed(&*m_world->deployer, &Deployer::hostProgressed);
        QList<DeploymentState> states;
        QObject::connect(&*m_world->deployer, &Deployer::hostProgressed, m_world->deployer.operator->(),
            [this, &states](const HostProgress& progress) { states.append(m_world->find(progress.deployment).state); });
        const Deployment second = m_world->deploy(m_project.id);
        QCOMPARE(stagesOf(progressed, host), allStages());
        QVERIFY(!states.contains(DeploymentState::Live));
        RouteTable(*m_world->database).put({domain, m_project.id, localTargetName, second.id, false, true});
        progressed.clear();
        QCOMPARE(m_world->operate([this] { m_world->deployer->rollBack(m_project.id); }).subject, u"finished"_s);
        QCOMPARE(stagesOf(progressed, host), allStages());
        QCOMPARE(stagesOf(progressed, domain), allStages());
        QCOMPARE(m_world->find(m_first.id).state, DeploymentState::Live);
    }

    void whatIsNeverSeenIsPutBack() {
        QSignalSpy progressed(&*m_world->deployer, &Deployer::hostProgressed);
        m_world->cloud.follows = QList<bool>(10'000, false);
        const Deployment second = m_world->deploy(m_project.id);
        QCOMPARE(second.failure->kind, ErrorKind::ProofFailed);
        QCOMPARE(stagesOf(progressed, host).last(), HostStage::PutBack);
        QCOMPARE(m_world->find(m_first.id).state, DeploymentState::Live);
        QCOMPARE(m_world->cloud.visit(host, u"index.html"_s), QByteArray("one"));
    }

    void aHostThatFailsKeepsNoOtherFromChanging() {
        const Deployment second = m_world->deploy(m_project.id);
        const RouteTable routes(*m_world->database);
        routes.put({domain, m_project.id, localTargetName, second.id, false, true});
        m_world->cloud.entries.insert(domain, m_world->cloud.entries.value(host));
        int writes = 0;
        m_world->cloud.onCall = [this, &writes](int call, const QString& name) {
            writes += name == u"writeEntry"_s ? 1 : 0;
            m_world->cloud.failCall = name == u"writeEntry"_s && writes == 1 ? call : 0;
        };
        const Error error = m_world->operate([this] { m_world->deployer->rollBack(m_project.id); });
        QCOMPARE(error.alternatives, QStringList{host});
        QCOMPARE(m_world->cloud.visit(host, u"index.html"_s), QByteArray("two"));
        QCOMPARE(m_world->cloud.visit(domain, u"index.html"_s), QByteArray("one"));
        QCOMPARE(m_world->find(m_first.id).state, DeploymentState::Live);
        QCOMPARE(m_world->find(second.id).state, DeploymentState::Live);
    }

private:
    static QList<HostStage> allStages() {
        return {HostStage::Writing, HostStage::Purging, HostStage::Propagating, HostStage::Live};
    }

    static QList<HostStage> stagesOf(const QSignalSpy& progressed, const QString& ofHost) {
        QList<HostStage> stages;
        for (const QList<QVariant>& arguments : progressed) {
            const auto progress = arguments.first().value<HostProgress>();
            if (progress.host == ofHost) {
                stages.append(progress.stage);
            }
        }
        return stages;
    }

    std::unique_ptr<World> m_world;
    Project m_project;
    Deployment m_first;
    int m_asked = 0;
};

QTEST_GUILESS_MAIN(TestPropagation)
#include "tst_propagation.moc"
