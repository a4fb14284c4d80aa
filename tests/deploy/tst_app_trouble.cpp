#include "app/text/error_text.h"
#include "core/model/function_environment.h"
#include "tests/deploy/world.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using namespace miaobu::test;

Q_DECLARE_METATYPE(miaobu::Error)

namespace {

const QString host = u"shop.localhost"_s;

Error failing(ErrorKind kind, const QString& subject, const QString& detail, const QStringList& alternatives = {}) {
    Error error(kind, subject, detail);
    error.alternatives = alternatives;
    error.exitCode = kind == ErrorKind::InstallFailed ? 1 : 0;
    return error;
}

} // namespace

/// A new version of a web app that cannot be built, sent or started: visitors have the old one, a person is told what happened, why and
/// what to do, and the same again succeeds once that is done.
class TestAppTrouble : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_world->secrets.keep(u"miaobu/masterkey/v1"_s, randomKeyBytes());
        m_world->write(u"requirements.txt"_s, "fastapi\nuvicorn\n");
        writeCode("one");
        m_project = m_world->addProject();
    }

    void cleanup() { m_world.reset(); }

    void theOldVersionAnswersUntilTheNewOneCan_data() {
        QTest::addColumn<Error>("build");
        QTest::addColumn<Error>("push");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<Stage>("stage");
        QTest::addColumn<QStringList>("words"); // What happened, why, what to do
        const Error none(ErrorKind::Internal);
        const auto building = [&none](const char* name, const Error& error, const QStringList& words) {
            QTest::newRow(name) << error << none << QByteArray("two") << Stage::Build << words;
        };
        const auto pushing = [&none](const char* name, const Error& error, const QStringList& words) {
            QTest::newRow(name) << none << error << QByteArray("two") << Stage::Publish << words;
        };
        const auto starting = [&none](const char* name, const QByteArray& code, const QStringList& words) {
            QTest::newRow(name) << none << none << code << Stage::Start << words;
        };
        building("engine stopped in the middle", failing(ErrorKind::EngineNotRunning, u"docker"_s, u"unexpected EOF"_s),
            {u"docker is installed but does not run"_s, u"unexpected EOF"_s, u"Start it"_s});
        building("dependency that does not install",
            failing(ErrorKind::InstallFailed, u"No matching distribution found for fastapi==99"_s, {}),
            {u"Installing the dependencies failed with exit code 1"_s, u"fastapi==99"_s, u"log"_s});
        building("image too large", failing(ErrorKind::ImageTooLarge, u"miaobu/shop:2-x"_s, u"11.2 GiB"_s),
            {u"too large"_s, u"11.2 GiB; 10 GiB are the most"_s, u".dockerignore"_s});
        building("arm64 without emulation",
            failing(ErrorKind::BinaryUnsuitable, u"linux/amd64"_s, u"exec /bin/sh: exec format error"_s, {u"arm64"_s}),
            {u"cannot run what is built for the cloud"_s, u"is arm64, the image is for linux/amd64"_s, u"emulate"_s});
        building("arm64 image",
            failing(ErrorKind::BinaryUnsuitable, u"miaobu/shop:2-x"_s, u"linux/arm64"_s, {u"linux/amd64"_s}),
            {u"The image does not run"_s, u"It is for linux/arm64, and they are linux/amd64"_s,
                u"FROM --platform=linux/amd64"_s});
        pushing("registry login refused",
            failing(ErrorKind::PushFailed, u"registry.example.com"_s, u"unauthorized: authentication required"_s),
            {u"registry.example.com refused to take the image"_s, u"unauthorized"_s, u"Container Registry"_s});
        pushing("push cut", failing(ErrorKind::ConnectionLost, u"registry.example.com"_s, u"write tcp: broken pipe"_s),
            {u"connection to registry.example.com was lost"_s, u"broken pipe"_s, u"Try again"_s});
        starting("crash at start", "broken", {u"did not start"_s, u"exit code 3"_s, u"log"_s});
        starting("stuck in Pending", "pending", {u"not made the function"_s, u"Function creating"_s, u"Try again"_s});
        starting("wrong port", "listens on port 8000",
            {u"listens on port 8000, and visitors are led to port 9000"_s, u"listens on port 8000"_s,
                u"--port 8000"_s});
    }

    void theOldVersionAnswersUntilTheNewOneCan() {
        QFETCH(QByteArray, code);
        QFETCH(QStringList, words);
        const Error build = fetch("build");
        const Error push = fetch("push");
        const Deployment first = m_world->deploy(m_project.id);
        QCOMPARE(first.state, DeploymentState::Live);
        const QByteArray entry = cloud().entries.value(host);

        m_world->apps.buildFailure = build.kind == ErrorKind::Internal ? std::nullopt : std::optional(build);
        m_world->apps.pushFailure = push.kind == ErrorKind::Internal ? std::nullopt : std::optional(push);
        writeCode(code);
        const Deployment failed = m_world->deploy(m_project.id);
        QCOMPARE(failed.state, DeploymentState::Failed);
        QTEST(failed.failure->stage, "stage");
        const ErrorWords told = wordsFor(*failed.failure);
        QVERIFY2(told.what.contains(words.at(0)), qPrintable(told.what));
        QVERIFY2(told.why.contains(words.at(1)), qPrintable(told.why));
        QVERIFY2(told.why.contains(u"Nothing was changed for visitors."_s), qPrintable(told.why));
        QVERIFY2(told.next.contains(words.at(2)), qPrintable(told.next));
        QVERIFY(told.action != ErrorAction::None);

        QVERIFY2(cloud().visitApp(host).contains(u"# one"_s), qPrintable(cloud().visitApp(host)));
        QCOMPARE(cloud().entries.value(host), entry);
        QCOMPARE(m_world->find(first.id).state, DeploymentState::Live);
        QCOMPARE(cloud().functions.size(), 1);

        m_world->apps.buildFailure.reset();
        m_world->apps.pushFailure.reset();
        writeCode("two");
        QCOMPARE(m_world->deploy(m_project.id).state, DeploymentState::Live);
        QVERIFY2(cloud().visitApp(host).contains(u"# two"_s), qPrintable(cloud().visitApp(host)));
        // Nothing is left of what failed.
        QCOMPARE(cloud().images.size(), 2);
    }

    void ofSeveralAppsTheOthersAreNamed() {
        m_world->write(u"admin.py"_s, "from fastapi import FastAPI\nsite = FastAPI()");
        writeCode("broken");
        const Deployment failed = m_world->deploy(m_project.id);
        QCOMPARE(failed.failure->alternatives, QStringList(u"admin:site"_s));
        const ErrorWords told = wordsFor(*failed.failure);
        QVERIFY2(told.next.contains(u"--app: admin:site"_s), qPrintable(told.next));
        QCOMPARE(told.action, ErrorAction::EditSettings);
        m_project.overrides.appModule = u"main:app"_s;
        m_world->deployer->updateProject(m_project);
        QVERIFY(m_world->deploy(m_project.id).failure->alternatives.isEmpty());
    }

    void aReservedVariableStopsBeforeTheBuild() {
        m_world->setVariable(m_project.id, {{u"MESSAGE"_s, VariableScope::Both}, u"hello"_s, false, true, true});
        (void)m_world->deploy(m_project.id);
        const int builds = m_world->apps.builds;
        DeployRequest request;
        request.project = m_project.id;
        request.variables = {{u"FC_REGION"_s, u"mine"_s, false, true, true}};
        const Deployment failed = m_world->deploy(request);
        QCOMPARE(failed.failure->kind, ErrorKind::VariableReserved);
        QCOMPARE(failed.failure->subject, u"FC_REGION"_s);
        QCOMPARE(m_world->apps.builds, builds);
        const ErrorWords told = wordsFor(*failed.failure);
        QVERIFY(told.what.contains(u"FC_REGION"_s) && told.why.contains(u"Function Compute"_s));
        QCOMPARE(told.action, ErrorAction::EditVariables);
        QVERIFY(cloud().visitApp(host).contains(u"hello"_s));
    }

private:
    static Error fetch(const char* column) { return *static_cast<Error*>(QTest::qData(column, qMetaTypeId<Error>())); }

    void writeCode(const QByteArray& version) {
        m_world->write(u"main.py"_s, "from fastapi import FastAPI\napp = FastAPI() # " + version);
    }

    [[nodiscard]] MemoryCloud& cloud() { return m_world->cloud; }

    std::unique_ptr<World> m_world;
    Project m_project;
};

QTEST_GUILESS_MAIN(TestAppTrouble)
#include "tst_app_trouble.moc"
