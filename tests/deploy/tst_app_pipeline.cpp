#include "core/deploy/listening.h"
#include "core/deploy/owner.h"
#include "core/model/function_environment.h"
#include "core/store/run_variable_table.h"
#include "tests/deploy/world.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::test;

namespace {

const QString host = u"shop.localhost"_s;
const QString function = u"miaobu-shop"_s;
const QString secretValue = u"planted-secret-value"_s;

} // namespace

/// A web app from its source to its function, both ways, and back.
class TestAppPipeline : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_world->secrets.keep(u"miaobu/masterkey/v1"_s, randomKeyBytes());
        m_world->write(u"requirements.txt"_s, "fastapi\nuvicorn\n");
        writeCode("from fastapi import FastAPI\napp = FastAPI() # one");
        m_project = m_world->addProject();
        m_project.overrides = {};
        m_world->deployer->updateProject(m_project);
    }

    void cleanup() { m_world.reset(); }

    void anImageRunsWithItsSettings() {
        m_project.function = {AppWay::Image, 1, 2048, 30, 5, u"/health"_s};
        m_world->deployer->updateProject(m_project);
        setMessage(u"hello"_s);
        const Deployment deployment = m_world->deploy(m_project.id);
        QVERIFY2(!deployment.failure, deployment.failure ? qPrintable(deployment.failure->detail) : "");
        QCOMPARE(deployment.state, DeploymentState::Live);
        QVERIFY(answers(u"# one hello"_s));
        const FunctionSpecification running = cloud().functions.value(function).specification;
        QCOMPARE(running.image, deployment.app->image);
        QCOMPARE(deployment.app->digest, u"sha256:remote"_s);
        QCOMPARE(std::tuple(running.cpu, running.memory, running.timeout, running.concurrency, running.healthPath),
            std::tuple(1.0, 2048, 30, 5, u"/health"_s));
        QCOMPARE(running.environment.value(u"PORT"_s), u"9000"_s);
        const RoutingEntry entry = routingEntryFromJson(cloud().entries.value(host));
        QCOMPARE(entry.type, u"python"_s);
        QCOMPARE(entry.functionEndpoint, deployment.app->endpoint);
        QVERIFY(entry.objectPath.isEmpty());
        QCOMPARE(m_world->find(deployment.id), deployment);
    }

    void aNodeServerIsAnImageWhateverTheProjectSays() {
        for (const QString& file : {u"/requirements.txt"_s, u"/main.py"_s}) {
            QFile::remove(m_world->sourceFolder() + file);
        }
        m_world->write(u"package.json"_s,
            R"({"private": true, "dependencies": {"express": "4"}, "scripts": {"start": "node server.js"}})");
        m_world->write(u"server.js"_s, "require('express') // one");
        m_project.function.way = AppWay::Package;
        m_world->deployer->updateProject(m_project);
        setMessage(u"old"_s);
        const Deployment first = m_world->deploy(m_project.id);
        QVERIFY2(!first.failure, first.failure ? qPrintable(first.failure->detail) : "");
        QCOMPARE(routingEntryFromJson(cloud().entries.value(host)).type, u"node"_s);
        QVERIFY(!first.app->image.isEmpty() && first.app->package.isEmpty());
        QCOMPARE(first.app->settings.way, AppWay::Image);
        QVERIFY(answers(u"// one old"_s));

        m_world->write(u"server.js"_s, "require('express') // two");
        setMessage(u"new"_s);
        (void)m_world->deploy(m_project.id);
        QVERIFY(answers(u"// two new"_s));
        QCOMPARE(m_world->operate([this] { m_world->deployer->rollBack(m_project.id); }).subject, u"finished"_s);
        QVERIFY(answers(u"// one old"_s));
        QCOMPARE(routingEntryFromJson(cloud().entries.value(host)).type, u"node"_s);
        QCOMPARE(m_world->operate([this] { m_world->deployer->removeProject(m_project.id); }).subject, u"finished"_s);
        QVERIFY(cloud().functions.isEmpty());
        QVERIFY(cloud().images.isEmpty());
    }

    void theSameSourceIsNotBuiltAgain_data() { ways(); }

    void theSameSourceIsNotBuiltAgain() {
        chooseWay();
        const Deployment first = m_world->deploy(m_project.id);
        setMessage(u"new value"_s, false);
        const Deployment again = m_world->deploy(m_project.id);
        QCOMPARE(again.state, DeploymentState::Live);
        QVERIFY(again.buildReused);
        QCOMPARE(m_world->apps.builds, 1);
        QVERIFY(m_world->apps.pushes <= 1);
        QCOMPARE(again.app->image, first.app->image);
        QVERIFY(answers(u"# one new value"_s));
        writeCode("app = FastAPI() # two");
        QVERIFY(!m_world->deploy(m_project.id).buildReused);
        QVERIFY(answers(u"# two new value"_s));
    }

    void rollingBackRestoresImageAndVariables_data() { ways(); }

    void rollingBackRestoresImageAndVariables() {
        chooseWay();
        setMessage(u"old value"_s, true, true);
        m_world->setVariable(m_project.id, {{u"GONE"_s, VariableScope::Both}, u"1"_s, false, true, true});
        const Deployment first = m_world->deploy(m_project.id);
        writeCode("app = FastAPI() # two");
        setMessage(u"new value"_s, true, true);
        await(m_world->variables->apply(m_project.id, {{VariableKey{u"GONE"_s}, std::nullopt}}, {}));
        const Deployment second = m_world->deploy(m_project.id);
        QVERIFY(answers(u"# two new value"_s));
        QVERIFY(!environment().contains(u"GONE"_s));
        QCOMPARE(secretsIn(environment()), QStringList{u"new value"_s});

        QCOMPARE(m_world->operate([this] { m_world->deployer->rollBack(m_project.id); }).subject, u"finished"_s);
        QVERIFY(answers(u"# one old value"_s));
        QCOMPARE(environment().value(u"GONE"_s), u"1"_s);
        QCOMPARE(m_world->find(first.id).state, DeploymentState::Live);
        QCOMPARE(m_world->find(second.id).state, DeploymentState::Ready);
        QCOMPARE(m_world->apps.builds, 2);

        QCOMPARE(
            m_world->operate([this, &second] { m_world->deployer->promote(host, second.id); }).subject, u"finished"_s);
        QVERIFY(answers(u"# two new value"_s));
    }

    void secretsAreKeptSealed() {
        setMessage(secretValue, true, true);
        const Deployment deployment = m_world->deploy(m_project.id);
        const QList<StoredRunVariable> kept = RunVariableTable(*m_world->database).of(deployment.id);
        QCOMPARE(kept.size(), 2);
        QVERIFY(kept.first().secret && kept.first().value.isEmpty());
        QVERIFY(!kept.first().sealed.contains("planted"));
        QFile log(logFile(m_world->home, deployment.id));
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(!log.readAll().contains("planted"));
    }

    void aVariableThatWasNotKeptStopsTheRollback() {
        setMessage(u"one"_s);
        (void)m_world->deploy(m_project.id);
        const Deployment first = *DeploymentTable(*m_world->database).live(m_project.id, localTargetName);
        writeCode("app = FastAPI() # two");
        (void)m_world->deploy(m_project.id);
        RunVariableTable(*m_world->database).put(first.id, {});
        const Error error = m_world->operate([this] { m_world->deployer->rollBack(m_project.id); });
        QCOMPARE(error.kind, ErrorKind::VariableUnreadable);
        QVERIFY(answers(u"# two one"_s));
    }

    void whatDoesNotStartLeavesTheOldVersion_data() {
        QTest::addColumn<AppWay>("way");
        QTest::addColumn<QByteArray>("code");
        for (const AppWay way : {AppWay::Image, AppWay::Package}) {
            for (const char* code : {"broken", "unwell"}) {
                QTest::addRow("%s, %s", qPrintable(appWayName(way)), code) << way << QByteArray(code);
            }
        }
    }

    void whatDoesNotStartLeavesTheOldVersion() {
        QFETCH(QByteArray, code);
        chooseWay();
        setMessage(u"hello"_s);
        const Deployment first = m_world->deploy(m_project.id);
        const QByteArray entry = cloud().entries.value(host);
        writeCode("app = FastAPI() # " + code);
        const Deployment failed = m_world->deploy(m_project.id);
        QCOMPARE(failed.state, DeploymentState::Failed);
        QCOMPARE(failed.failure->kind, ErrorKind::FunctionFailed);
        QCOMPARE(failed.failure->stage, Stage::Start);
        QVERIFY(answers(u"# one hello"_s));
        QCOMPARE(deploymentIn(environment()), first.id);
        QCOMPARE(cloud().entries.value(host), entry);
        QCOMPARE(m_world->find(first.id).state, DeploymentState::Live);
        QFile log(logFile(m_world->home, failed.id));
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray words = log.readAll();
        QVERIFY2(words.contains(code + " says hello"), words.constData());
        QVERIFY(!words.contains("one says hello"));

        writeCode("app = FastAPI() # three");
        QCOMPARE(m_world->deploy(m_project.id).state, DeploymentState::Live);
        QVERIFY(answers(u"# three hello"_s));
        // What the failed one left is gone, and nothing else.
        QCOMPARE(cloud().images.size(), way() == AppWay::Image ? 2 : 0);
        QCOMPARE(packages(), way() == AppWay::Image ? 0 : 2);
    }

    void thePortAnAppListensOnIsNamed() {
        (void)m_world->deploy(m_project.id);
        writeCode("app = FastAPI() # broken\nUvicorn running on http://0.0.0.0:8000");
        const Deployment failed = m_world->deploy(m_project.id);
        QCOMPARE(failed.failure->kind, ErrorKind::FunctionFailed);
        QCOMPARE(unreached(failed), (Unreached{9000, 8000, false, false}));
        QVERIFY(failed.failure->detail.startsWith(u"Uvicorn running on http://0.0.0.0:8000"_s));
        QVERIFY(answers(u"# one "_s));
        writeCode("app = FastAPI() # broken\nUvicorn running on http://127.0.0.1:9000");
        QCOMPARE(unreached(m_world->deploy(m_project.id)), (Unreached{9000, 9000, true, false}));
        writeCode("app = FastAPI() # broken\nUvicorn running on http://0.0.0.0:9000");
        QVERIFY(m_world->deploy(m_project.id).failure->alternatives.isEmpty());
    }

    void thePortOfTheSettingsIsTheOneThatIsAsked_data() { ways(); }

    void thePortOfTheSettingsIsTheOneThatIsAsked() {
        chooseWay();
        (void)m_world->deploy(m_project.id);
        writeCode("app = FastAPI() # listens on port 8000");
        const Deployment failed = m_world->deploy(m_project.id);
        // A package on this computer runs on a port that is free there.
        QCOMPARE(unreached(failed), (Unreached{9000, 8000, false, way() == AppWay::Package}));
        QVERIFY(answers(u"# one "_s));

        usePort(8000);
        const Deployment live = m_world->deploy(m_project.id);
        QCOMPARE(live.state, DeploymentState::Live);
        QCOMPARE(asked(), 8000);
        QCOMPARE(environment().value(u"PORT"_s), u"8000"_s);
        QCOMPARE(m_world->find(live.id), live);

        // The same image or package, asked on another port.
        usePort(0);
        writeCode("from fastapi import FastAPI\napp = FastAPI() # one");
        const Deployment again = m_world->deploy(m_project.id);
        QVERIFY(again.buildReused);
        QCOMPARE(asked(), 9000);
        QCOMPARE(m_world->operate([this] { m_world->deployer->rollBack(m_project.id); }).subject, u"finished"_s);
        QCOMPARE(asked(), 8000);
        QVERIFY(answers(u"# listens on port 8000 "_s));
        usePort(7000);
        QCOMPARE(m_world->deploy(m_project.id).app->ownPort, 9000);
        QCOMPARE(asked(), 7000);
    }

    void aFirstOneThatDoesNotStartLeavesNoFunction() {
        writeCode("app = FastAPI() # broken");
        QCOMPARE(m_world->deploy(m_project.id).state, DeploymentState::Failed);
        QVERIFY(cloud().functions.isEmpty());
        QVERIFY(cloud().entries.isEmpty());
    }

    void withoutProofTheFunctionRunsTheOldVersionAgain() {
        const Deployment first = m_world->deploy(m_project.id);
        writeCode("app = FastAPI() # two");
        cloud().edgeAnswers = false;
        QCOMPARE(m_world->deploy(m_project.id).failure->kind, ErrorKind::ProofFailed);
        cloud().edgeAnswers = true;
        QVERIFY(answers(u"# one "_s));
        QCOMPARE(deploymentIn(environment()), first.id);
    }

    void foreignVariablesOfTheFunctionStay() {
        (void)m_world->deploy(m_project.id);
        cloud().functions[function].specification.environment.insert(u"FOREIGN"_s, u"kept"_s);
        setMessage(u"hello"_s);
        (void)m_world->deploy(m_project.id);
        QCOMPARE(environment().value(u"FOREIGN"_s), u"kept"_s);
        QCOMPARE(environment().value(u"MESSAGE"_s), u"hello"_s);
        await(m_world->variables->apply(m_project.id, {{VariableKey{u"MESSAGE"_s}, std::nullopt}}, {}));
        (void)m_world->deploy(m_project.id);
        QCOMPARE(environment().value(u"FOREIGN"_s), u"kept"_s);
        QVERIFY(!environment().contains(u"MESSAGE"_s));
    }

    void buildVariablesDoNotReachTheFunction() {
        m_world->setVariable(m_project.id, {{u"ONLY_BUILD"_s, VariableScope::Both}, u"1"_s, false, true, false});
        m_world->setVariable(m_project.id, {{u"PORT"_s, VariableScope::Both}, u"8000"_s, false, true, true});
        (void)m_world->deploy(m_project.id);
        QVERIFY(!environment().contains(u"ONLY_BUILD"_s));
        QCOMPARE(environment().value(u"PORT"_s), u"9000"_s);
    }

    void retentionRemovesImages() {
        m_world->stop();
        m_world->limits.keep = 2;
        m_world->start();
        for (const char* version : {"# 1", "# 2", "# 3", "# 4"}) {
            writeCode(QByteArray("app = FastAPI() ") + version);
            QCOMPARE(m_world->deploy(m_project.id).state, DeploymentState::Live);
        }
        // The edge may still lead to the one before the newest when it goes out of use; it goes the next time.
        QCOMPARE(cloud().images.size(), 2);
        QCOMPARE(m_world->apps.removed.size(), 2);
        QVERIFY(answers(u"# 4 "_s));
    }

    void removingTheProjectLeavesNothing_data() { ways(); }

    void removingTheProjectLeavesNothing() {
        chooseWay();
        (void)m_world->deploy(m_project.id);
        QCOMPARE(m_world->operate([this] { m_world->deployer->removeProject(m_project.id); }).subject, u"finished"_s);
        QVERIFY(cloud().functions.isEmpty());
        QVERIFY(cloud().images.isEmpty());
        QVERIFY(cloud().objects.isEmpty());
        QVERIFY(cloud().entries.isEmpty());
    }

    void cancelDuringTheBuildLeavesNothing() {
        m_world->apps.hangs = true;
        DeploymentId id = 0;
        m_world->waitIdle([&] {
            DeployRequest request;
            request.project = m_project.id;
            id = m_world->deployer->deploy(request);
            connect(&*m_world->deployer, &Deployer::deploymentChanged, this, [this, &id](const Deployment& deployment) {
                if (deployment.stage == Stage::Build && isActive(deployment.state)) {
                    m_world->deployer->cancel(id);
                }
            });
        });
        QCOMPARE(m_world->find(id).state, DeploymentState::Cancelled);
        QVERIFY(cloud().functions.isEmpty());
        QVERIFY(cloud().images.isEmpty());
    }

    /// Whichever call fails: visitors have the old version whole or the new one whole, and the same again completes.
    void anyCallMayFail_data() { ways(); }

    void anyCallMayFail() {
        chooseWay();
        setMessage(u"hello"_s);
        (void)m_world->deploy(m_project.id);
        int failures = 0;
        for (int call = 1; call < 100; ++call) {
            const QString before = cloud().visitApp(host);
            writeCode("app = FastAPI() # v" + QByteArray::number(call));
            cloud().calls = 0;
            cloud().failCall = call;
            const Deployment deployment = m_world->deploy(m_project.id);
            const bool isOver = cloud().calls < call;
            cloud().failCall = 0;
            if (deployment.state != DeploymentState::Live) {
                ++failures;
                QVERIFY2(cloud().visitApp(host) == before, qPrintable(u"call %1"_s.arg(call)));
                QCOMPARE(m_world->deploy(m_project.id).state, DeploymentState::Live);
            }
            QVERIFY(answers(u"# v%1 hello"_s.arg(call)));
            if (isOver) {
                QVERIFY(failures > 5);
                return;
            }
        }
        QFAIL("the deployment never gets through");
    }

    void anInterruptedStartIsPutBack() {
        setMessage(u"hello"_s);
        const Deployment old = m_world->deploy(m_project.id);
        Deployment left = old;
        left.id = old.id + 1;
        left.state = DeploymentState::Running;
        left.stage = Stage::Start;
        const QString newImage = u"shop:other"_s;
        left.app->image = newImage;
        cloud().built.insert(newImage, "two");
        left = DeploymentTable(*m_world->database).insert(left, u"boot:1:1"_s);
        FunctionSpecification& running = cloud().functions[function].specification;
        running.image = newImage;
        running.environment.insert(runningDeploymentName, QString::number(left.id));
        m_world->waitIdle([this] { m_world->deployer->recover(); });
        QCOMPARE(m_world->find(left.id).state, DeploymentState::Interrupted);
        QVERIFY(answers(u"# one hello"_s));
        QCOMPARE(deploymentIn(environment()), old.id);
    }

    void aStaticSiteMayBecomeAnAppAndBack() {
        m_world->write(u"index.html"_s, "a page");
        QFile::remove(m_world->sourceFolder() + u"/requirements.txt"_s);
        QFile::remove(m_world->sourceFolder() + u"/main.py"_s);
        const Deployment site = m_world->deploy(m_project.id);
        QVERIFY2(!site.failure, site.failure ? qPrintable(site.failure->detail) : "");
        m_world->write(u"requirements.txt"_s, "fastapi\nuvicorn\n");
        writeCode("from fastapi import FastAPI\napp = FastAPI() # one");
        const Deployment app = m_world->deploy(m_project.id);
        QCOMPARE(app.state, DeploymentState::Live);
        QVERIFY(answers(u"# one "_s));
        QCOMPARE(m_world->operate([this] { m_world->deployer->rollBack(m_project.id); }).subject, u"finished"_s);
        QCOMPARE(cloud().visit(host, u"index.html"_s), QByteArray("a page"));
        QCOMPARE(m_world->operate([&] { m_world->deployer->rollBack(m_project.id, app.id); }).subject, u"finished"_s);
        QVERIFY(answers(u"# one "_s));
    }

private:
    static void ways() {
        QTest::addColumn<AppWay>("way");
        QTest::newRow("image") << AppWay::Image;
        QTest::newRow("package") << AppWay::Package;
    }

    [[nodiscard]] static AppWay way() { return *static_cast<AppWay*>(QTest::qData("way", qMetaTypeId<AppWay>())); }

    void chooseWay() {
        m_project.function.way = way();
        m_world->deployer->updateProject(m_project);
    }

    void usePort(int port) {
        m_project.function.port = port;
        m_world->deployer->updateProject(m_project);
    }

    /// The port that the function is asked on, and that a package is started with.
    [[nodiscard]] int asked() {
        const FunctionSpecification running = cloud().functions.value(function).specification;
        const QString told = u"0.0.0.0:%1"_s.arg(running.port);
        const bool isTold = running.codeObject.isEmpty() || running.command.contains(told);
        return isTold ? running.port : 0;
    }

    [[nodiscard]] static Unreached unreached(const Deployment& failed) {
        return unreachedOf(errorOf(failed.failure.value_or(Failure()))).value_or(Unreached());
    }

    void writeCode(const QByteArray& code) { m_world->write(u"main.py"_s, code); }

    void setMessage(const QString& value, bool atBuild = true, bool secret = false) {
        m_world->setVariable(m_project.id, {{u"MESSAGE"_s, VariableScope::Both}, value, secret, atBuild, true});
    }

    [[nodiscard]] MemoryCloud& cloud() { return m_world->cloud; }
    [[nodiscard]] FunctionEnvironment environment() {
        return cloud().functions.value(function).specification.environment;
    }
    [[nodiscard]] bool answers(const QString& end) {
        const QString answer = cloud().visitApp(host);
        if (!answer.endsWith(end)) {
            qWarning("answered %s", qUtf8Printable(answer));
        }
        return answer.endsWith(end);
    }
    [[nodiscard]] qsizetype packages() { return cloud().objects.keys().filter(u"code.zip"_s).size(); }

    std::unique_ptr<World> m_world;
    Project m_project;
};

QTEST_GUILESS_MAIN(TestAppPipeline)
#include "tst_app_pipeline.moc"
