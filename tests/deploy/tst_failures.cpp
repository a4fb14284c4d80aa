#include "tests/deploy/world.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::test;

namespace {

const QString host = u"shop.localhost"_s;

/// Which version of the site a visitor gets, of both files: "old" or "new"; "broken" when they do not belong together.
QString served(const MemoryCloud& cloud) {
    const auto page = cloud.visit(host, u"index.html"_s);
    const auto script = cloud.visit(host, u"app.js"_s);
    if (page == QByteArray("old page") && script == QByteArray("old script")) {
        return u"old"_s;
    }
    return page == QByteArray("new page") && script == QByteArray("new script") ? u"new"_s : u"broken"_s;
}

void writeVersion(const World& world, const QByteArray& version) {
    world.write(u"index.html"_s, version + " page");
    world.write(u"app.js"_s, version + " script");
    world.write(u"same.txt"_s, "same");
}

/// A world in which the old version is live and the new one is ready to be deployed.
std::unique_ptr<World> worldWithOldSite(Project& project) {
    auto world = std::make_unique<World>();
    world->write(u"package.json"_s, R"({"scripts":{"build":"vite build"},"devDependencies":{"vite":"5"}})");
    writeVersion(*world, "old");
    project = world->addProject();
    (void)world->deploy(project.id);
    writeVersion(*world, "new");
    world->cloud.calls = 0;
    return world;
}

} // namespace

class TestFailures : public QObject {
    Q_OBJECT

private slots:
    void anyOneCallMayFail_data() {
        QTest::addColumn<bool>("doBeforeFailing");
        QTest::addColumn<bool>("failForEver");
        QTest::newRow("refused") << false << false;
        QTest::newRow("done but the answer lost") << true << false;
        QTest::newRow("refused from then on") << false << true;
        QTest::newRow("done but all answers lost from then on") << true << true;
    }

    void anyOneCallMayFail() {
        QFETCH(bool, doBeforeFailing);
        QFETCH(bool, failForEver);
        int failures = 0;
        for (int call = 1; call < 100; ++call) {
            Project project;
            const std::unique_ptr<World> world = worldWithOldSite(project);
            QCOMPARE(served(world->cloud), u"old"_s);
            world->cloud.failCall = call;
            world->cloud.failForEver = failForEver;
            world->cloud.doBeforeFailing = doBeforeFailing;
            const Deployment deployment = world->deploy(project.id);
            if (world->cloud.calls < call) {
                QVERIFY(call > 10);
                QVERIFY(failures > 3);
                return;
            }
            if (deployment.state == DeploymentState::Live) {
                QCOMPARE(served(world->cloud), u"new"_s);
            } else {
                ++failures;
                QCOMPARE(deployment.state, DeploymentState::Failed);
                QVERIFY(deployment.failure);
                // Where the cloud is gone for good after the entry was written, it cannot be put back; the site is whole all the same.
                QVERIFY2(served(world->cloud) == u"old"_s || (failForEver && served(world->cloud) == u"new"_s),
                    qPrintable(u"call %1"_s.arg(call)));
            }
            world->cloud.failCall = 0;
            const Deployment again = world->deploy(project.id);
            QCOMPARE(again.state, DeploymentState::Live);
            QCOMPARE(served(world->cloud), u"new"_s);
            QCOMPARE(routingEntryFromJson(world->cloud.entries.value(host)).deployment, again.id);
            for (const QString& key : world->cloud.objects.keys()) {
                QVERIFY2(deployment.state == DeploymentState::Live
                        || !key.startsWith(u"projects/shop/%1/"_s.arg(deployment.id)),
                    qPrintable(key));
            }
        }
        QFAIL("a deployment never needs that many calls");
    }

    void resumingSendsOnlyWhatIsMissing() {
        Project project;
        const std::unique_ptr<World> world = worldWithOldSite(project);
        int sent = 0;
        world->cloud.onCall = [&sent, &world](int call, const QString& name) {
            sent += name == u"putFile"_s ? 1 : 0;
            world->cloud.failCall = name == u"putFile"_s && sent == 2 ? call : 0;
        };
        const Deployment failed = world->deploy(project.id);
        QCOMPARE(failed.state, DeploymentState::Failed);
        QCOMPARE(failed.stage, Stage::Publish);
        world->cloud.onCall = nullptr;
        world->cloud.failCall = 0;
        world->waitIdle([&] { world->deployer->resume(failed.id); });
        const Deployment resumed = world->find(failed.id);
        QCOMPARE(resumed.state, DeploymentState::Live);
        QCOMPARE(resumed.number, failed.number);
        QCOMPARE(resumed.objectsSent, 1);
        QVERIFY(!resumed.failure);
        QCOMPARE(served(world->cloud), u"new"_s);
    }

    void cancelAtAnyCall() {
        for (int call = 1; call < 100; ++call) {
            Project project;
            const std::unique_ptr<World> world = worldWithOldSite(project);
            DeploymentId id = 0;
            world->cloud.onCall = [&world, &id, call](int number, const QString&) {
                if (number == call) {
                    world->deployer->cancel(id);
                }
            };
            world->waitIdle([&] {
                id = world->deployer->deploy({.project = project.id,
                    .target = {},
                    .branch = {},
                    .commit = {},
                    .preview = {},
                    .password = {},
                    .variables = {}});
            });
            const Deployment deployment = world->find(id);
            if (deployment.state == DeploymentState::Cancelled) {
                QCOMPARE(served(world->cloud), u"old"_s);
                for (const QString& key : world->cloud.objects.keys()) {
                    QVERIFY2(!key.startsWith(deployment.objectPrefix + u'/'), qPrintable(key));
                }
            } else {
                QCOMPARE(deployment.state, DeploymentState::Live);
                QCOMPARE(served(world->cloud), u"new"_s);
                QVERIFY(call > 5);
            }
            if (world->cloud.calls < call) {
                return;
            }
        }
        QFAIL("a deployment never needs that many calls");
    }

    void removingAProjectGoesOnAfterAFailure() {
        for (int call = 1; call < 100; ++call) {
            Project project;
            const std::unique_ptr<World> world = worldWithOldSite(project);
            world->cloud.failCall = call;
            const Error error = world->operate([&] { world->deployer->removeProject(project.id); });
            const bool isOver = world->cloud.calls < call;
            if (error.subject != u"finished"_s) {
                QVERIFY(ProjectTable(*world->database).find(project.id));
                world->cloud.failCall = 0;
                QCOMPARE(world->operate([&] { world->deployer->removeProject(project.id); }).subject, u"finished"_s);
            }
            QVERIFY(world->cloud.objects.isEmpty());
            QVERIFY(world->cloud.entries.isEmpty());
            QVERIFY(ProjectTable(*world->database).all().isEmpty());
            if (isOver) {
                return;
            }
        }
        QFAIL("removing never needs that many calls");
    }

    void aFailedRollBackKeepsTheSite() {
        Project project;
        const std::unique_ptr<World> world = worldWithOldSite(project);
        const Deployment live = world->deploy(project.id);
        const Deployment old = *DeploymentTable(*world->database).findByNumber(project.id, 1);
        for (int call = 1; call < 100; ++call) {
            world->cloud.calls = 0;
            world->cloud.failCall = call;
            const Error error = world->operate([&] { world->deployer->rollBack(project.id, old.id); });
            const bool isOver = world->cloud.calls < call;
            world->cloud.failCall = 0;
            if (error.subject == u"finished"_s) {
                QCOMPARE(served(world->cloud), u"old"_s);
                QCOMPARE(world->operate([&] { world->deployer->promote(host, live.id); }).subject, u"finished"_s);
            }
            QCOMPARE(served(world->cloud), u"new"_s);
            if (isOver) {
                return;
            }
        }
        QFAIL("rolling back never needs that many calls");
    }
};

QTEST_GUILESS_MAIN(TestFailures)
#include "tst_failures.moc"
