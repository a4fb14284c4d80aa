#include "aliyun/emulator/emulator_process.h"
#include "aliyun/targets.h"
#include "core/net/http_client.h"
#include "core/secrets/keychain.h"
#include "tests/deploy/world.h"
#include "tests/support/await.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::test;

/// The same pipeline over the real adapters and the emulator, with faults at the network.
class TestEmulatorFlow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("MIAOBU_HOME", m_home->path().toUtf8());
        m_location = {openHome().emulatorFolder(), QStringLiteral(EMULATOR_HOST)};
        m_emulator = await(emulator::ensureEmulator(m_location, {}), std::chrono::seconds(60));
        m_client = std::make_shared<HttpClient>();
    }

    void cleanupTestCase() {
        await(emulator::stopEmulator(m_location, {}));
        m_client.reset();
    }

    void aSecondDeploymentSendsOnlyWhatChanged() {
        World world(targets());
        const Project project = prepare(world, u"second"_s);
        const Deployment first = world.deploy(project.id);
        QVERIFY2(!first.failure, first.failure ? qPrintable(first.failure->detail) : "");
        QCOMPARE(served(u"second"_s), u"old"_s);
        const Deployment same = world.deploy(project.id);
        QVERIFY(same.buildReused);
        QCOMPARE(same.objectsSent, 0);
        writeVersion(world, "new");
        const Deployment changed = world.deploy(project.id);
        QCOMPARE(changed.objectsSent, 2);
        QCOMPARE(changed.bytesSent, 18);
        QCOMPARE(served(u"second"_s), u"new"_s);
        QCOMPARE(world.operate([&] { world.deployer->rollBack(project.id); }).subject, u"finished"_s);
        QCOMPARE(served(u"second"_s), u"old"_s);
        QCOMPARE(world.operate([&] { world.deployer->removeProject(project.id); }).subject, u"finished"_s);
        QCOMPARE(served(u"second"_s), u"gone"_s);
    }

    void faults_data() {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("effect");
        for (const QString& action : {u"PutObject"_s, u"CopyObject"_s, u"HeadObject"_s, u"ListObjectsV2"_s, u"PutKv"_s,
                 u"GetKv"_s, u"PurgeCaches"_s}) {
            for (const QString& effect : {u"refuse"_s, u"cut-before"_s, u"cut-after"_s}) {
                QTest::addRow("%s %s", qPrintable(action), qPrintable(effect)) << action << effect;
            }
        }
    }

    void faults() {
        QFETCH(QString, action);
        QFETCH(QString, effect);
        World world(targets());
        const QString slug = u"fault-"_s + QString::number(++m_sites);
        const Project project = prepare(world, slug);
        (void)world.deploy(project.id);
        QCOMPARE(served(slug), u"old"_s);
        writeVersion(world, "new");
        // Once, and what is worth trying again is; then so that nothing helps.
        const bool isRefused = effect == u"refuse"_s;
        program({{u"action"_s, action}, {u"effect"_s, effect}, {u"times"_s, isRefused ? 1000 : 1}, {u"status"_s, 403},
            {u"code"_s, u"AccessDenied"_s}});
        const Deployment deployment = world.deploy(project.id);
        program({});
        if (isRefused && action != u"PurgeCaches"_s) {
            QCOMPARE(deployment.state, DeploymentState::Failed);
        }
        QCOMPARE(served(slug), deployment.state == DeploymentState::Live ? u"new"_s : u"old"_s);
        const Deployment again = world.deploy(project.id);
        QCOMPARE(again.state, DeploymentState::Live);
        QCOMPARE(served(slug), u"new"_s);
    }

private:
    std::unique_ptr<Targets> targets() {
        return std::make_unique<aliyun::AliyunTargets>(
            openHome().targetFolder(), m_location, m_client, aliyun::AccessKeys(m_secrets, m_clock));
    }

    static void writeVersion(const World& world, const QByteArray& version) {
        world.write(u"index.html"_s, version + " page");
        world.write(u"app.js"_s, version + " script");
        world.write(u"same.txt"_s, "same");
    }

    static Project prepare(World& world, const QString& slug) {
        world.write(u"package.json"_s, R"({"scripts":{"build":"vite build"},"devDependencies":{"vite":"5"}})");
        writeVersion(world, "old");
        return world.addProject(slug);
    }

    HttpResponse ask(HttpRequest request) const { return await(m_client->send(std::move(request), {})); }

    QByteArray visit(const QString& slug, const QString& path) const {
        HttpRequest request;
        request.url = u"http://%1.localhost:%2/%3"_s.arg(slug).arg(m_emulator.sitePort).arg(path).toLatin1();
        request.connectTo = "127.0.0.1:" + QByteArray::number(m_emulator.sitePort);
        const HttpResponse response = ask(request);
        return response.status == 200 ? response.body : QByteArray();
    }

    /// "old" or "new"; "gone" when nothing answers and "broken" when the files do not belong together.
    QString served(const QString& slug) const {
        const QByteArray page = visit(slug, u"index.html"_s);
        const QByteArray script = visit(slug, u"app.js"_s);
        for (const QByteArray& version : {QByteArray("old"), QByteArray("new")}) {
            if (page == version + " page" && script == version + " script") {
                return QString::fromLatin1(version);
            }
        }
        return page.isEmpty() && script.isEmpty() ? u"gone"_s : u"broken"_s;
    }

    /// Forgets the faults there are and programmes \a fault, unless it is empty.
    void program(const QJsonObject& fault) const {
        HttpRequest request;
        request.url = m_emulator.apiEndpoint.resolved(QUrl(u"/emulator/faults"_s)).toEncoded();
        request.headers.append({"Authorization", "Bearer " + m_emulator.accessKeySecret.toLatin1()});
        request.method = "DELETE";
        QVERIFY(ask(request).status / 100 == 2);
        if (!fault.isEmpty()) {
            request.method = "POST";
            request.body = QJsonDocument(QJsonObject{{u"faults"_s, QJsonArray{fault}}}).toJson();
            QVERIFY(ask(request).status / 100 == 2);
        }
    }

    std::unique_ptr<QTemporaryDir> m_home;
    emulator::EmulatorLocation m_location;
    emulator::EmulatorInfo m_emulator;
    std::shared_ptr<HttpClient> m_client;
    Keychain m_keychain;
    SessionSecrets m_secrets{m_keychain};
    SystemClock m_clock;
    int m_sites = 0;
};

QTEST_GUILESS_MAIN(TestEmulatorFlow)
#include "tst_emulator_flow.moc"
