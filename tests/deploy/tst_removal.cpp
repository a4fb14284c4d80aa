#include "core/store/removal_table.h"
#include "tests/deploy/world.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::test;

namespace {

const QString domain = u"www.shop.cn"_s;

/// "done" for every step that is done, in the order of the checklist.
QStringList statesOf(const QList<RemovalStep>& steps) {
    QStringList states;
    for (const RemovalStep& step : steps) {
        states.append(removalPartName(step.part) + u' ' + removalStateName(step.state));
    }
    return states;
}

} // namespace

class TestRemoval : public QObject {
    Q_OBJECT

private slots:
    /// A web app with a domain of its own, as a cloud holds it.
    void init() {
        m_world = std::make_unique<World>();
        m_world->write(u"package.json"_s, R"({"scripts":{"build":"vite build"},"devDependencies":{"vite":"5"}})");
        m_world->write(u"index.html"_s, "one");
        m_project = m_world->addProject();
        Deployment deployment = m_world->deploy(m_project.id);
        deployment.plan.kind = ProjectKind::Python;
        DeploymentTable(*m_world->database).update(deployment);
        RouteTable(*m_world->database).put({domain, m_project.id, localTargetName, deployment.id, false, true});
        MemoryCloud& cloud = m_world->cloud;
        cloud.entries.insert(domain, cloud.entries.value(u"shop.localhost"_s));
        CustomHostname hostname;
        hostname.id = 7;
        hostname.host = domain;
        cloud.hostnames.insert(domain, hostname);
        cloud.functions = {{u"miaobu-shop"_s, {}}, {u"miaobu-other"_s, {}}};
        cloud.images = {u"shop:1"_s, u"shop:2"_s, u"other:1"_s};
        cloud.calls = 0;
    }

    void cleanup() { m_world.reset(); }

    void everythingOfTheProjectIsRemovedAndNothingElse() {
        m_world->cloud.objects.insert(u"projects/shop-2/1/index.html"_s, {"other", {}});
        QSignalSpy changed(&*m_world->deployer, &Deployer::removalChanged);
        QCOMPARE(remove().subject, u"finished"_s);
        verifyGone();
        QCOMPARE(m_world->cloud.functions.keys(), QStringList{u"miaobu-other"_s});
        QCOMPARE(m_world->cloud.images, QStringList{u"other:1"_s});
        QCOMPARE(m_world->cloud.objects.size(), 1);
        QVERIFY(changed.size() > 12);
    }

    void anyCallMayFailAndTheRestGoesOn() {
        int failures = 0;
        for (int call = 1; call < 60; ++call) {
            cleanup();
            init();
            m_world->cloud.failCall = call;
            m_world->cloud.doBeforeFailing = call % 2 == 0;
            const Error error = remove();
            if (m_world->cloud.calls < call) {
                QVERIFY(failures > 10);
                return;
            }
            if (error.subject != u"finished"_s) {
                ++failures;
                QCOMPARE(error.kind, ErrorKind::RemovalIncomplete);
                QVERIFY(!error.alternatives.isEmpty());
                QVERIFY(ProjectTable(*m_world->database).find(m_project.id));
                QVERIFY(steps().last().state == RemovalStep::State::Waiting);
                verifyWholeWhereRouted();
                m_world->stop();
                m_world->start();
                m_world->cloud.failCall = 0;
                QCOMPARE(remove().subject, u"finished"_s);
            }
            verifyGone();
        }
        QFAIL("removing never needs that many calls");
    }

    void whatVisitorsAreLedToStays() {
        m_world->cloud.onCall
            = [this](int call, const QString& name) { m_world->cloud.failCall = name == u"removeEntry"_s ? call : 0; };
        QCOMPARE(remove().kind, ErrorKind::RemovalIncomplete);
        QCOMPARE(statesOf(steps()),
            (QStringList{u"entry failed"_s, u"entry failed"_s, u"hostname waiting"_s, u"function waiting"_s,
                u"images waiting"_s, u"objects waiting"_s, u"local waiting"_s}));
        QCOMPARE(m_world->cloud.visit(u"shop.localhost"_s, u"index.html"_s), QByteArray("one"));
        QCOMPARE(m_world->cloud.hostnames.size(), 1);
    }

    void oneStepThatFailsKeepsOnlyItself() {
        m_world->cloud.onCall = [this](int call, const QString& name) {
            m_world->cloud.failCall = name == u"removeFunction"_s ? call : 0;
        };
        const Error error = remove();
        QCOMPARE(error.alternatives, (QStringList{u"miaobu-shop"_s, u"shop"_s}));
        QCOMPARE(statesOf(steps()),
            (QStringList{u"entry done"_s, u"entry done"_s, u"hostname done"_s, u"function failed"_s,
                u"images waiting"_s, u"objects done"_s, u"local waiting"_s}));
        QCOMPARE(m_world->find(DeploymentTable(*m_world->database).ofProject(m_project.id).first().id).state,
            DeploymentState::Purged);
        QVERIFY_THROWS_EXCEPTION(Error,
            m_world->deployer->deploy({.project = m_project.id,
                .target = {},
                .branch = {},
                .commit = {},
                .preview = {},
                .password = {},
                .variables = {}}));
    }

    void anUnreachableTargetKeepsTheProjectUntilItIsForgotten() {
        m_world->cloud.unreachable = {localTargetName};
        QCOMPARE(remove().kind, ErrorKind::RemovalIncomplete);
        QCOMPARE(steps().first().error->kind, ErrorKind::KeychainLocked);
        m_world->deployer->forgetProject(m_project.id);
        QVERIFY(ProjectTable(*m_world->database).all().isEmpty());
        QVERIFY(steps().isEmpty());
        QCOMPARE(m_world->cloud.visit(domain, u"index.html"_s), QByteArray("one"));
    }

    void aProjectThatIsKeptCanBeDeployedAgain() {
        m_world->cloud.onCall = [this](int call, const QString& name) {
            m_world->cloud.failCall = name == u"removeFunction"_s ? call : 0;
        };
        QCOMPARE(remove().kind, ErrorKind::RemovalIncomplete);
        m_world->cloud.onCall = nullptr;
        m_world->deployer->keepProject(m_project.id);
        QCOMPARE(m_world->deploy(m_project.id).state, DeploymentState::Live);
        QCOMPARE(m_world->cloud.visit(u"shop.localhost"_s, u"index.html"_s), QByteArray("one"));
    }

    void aHostThatSomebodyElseHasTakenIsTheirs() {
        RoutingEntry entry = routingEntryFromJson(m_world->cloud.entries.value(domain));
        entry.projectSlug = u"other"_s;
        m_world->cloud.entries.insert(domain, toJson(entry));
        QCOMPARE(remove().subject, u"finished"_s);
        QCOMPARE(m_world->cloud.entries.keys(), QStringList{domain});
        QVERIFY(m_world->cloud.hostnames.contains(domain));
    }

private:
    Error remove() {
        return m_world->operate([this] { m_world->deployer->removeProject(m_project.id); });
    }

    QList<RemovalStep> steps() const { return RemovalTable(*m_world->database).ofProject(m_project.id); }

    /// No visitor is led to files that are gone.
    void verifyWholeWhereRouted() const {
        for (const QString& host : m_world->cloud.entries.keys()) {
            QCOMPARE(m_world->cloud.visit(host, u"index.html"_s), QByteArray("one"));
        }
    }

    void verifyGone() const {
        QVERIFY(m_world->cloud.entries.isEmpty());
        QVERIFY(m_world->cloud.hostnames.isEmpty());
        QVERIFY(!m_world->cloud.functions.contains(u"miaobu-shop"_s));
        for (const QString& key : m_world->cloud.objects.keys()) {
            QVERIFY2(!key.startsWith(u"projects/shop/"_s), qPrintable(key));
        }
        QVERIFY(ProjectTable(*m_world->database).all().isEmpty());
        QVERIFY(steps().isEmpty());
    }

    std::unique_ptr<World> m_world;
    Project m_project;
};

QTEST_GUILESS_MAIN(TestRemoval)
#include "tst_removal.moc"
