#include "tests/deploy/world.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::test;

namespace {

const QString secretValue = u"planted \"secret\" value"_s;

VariableDraft draft(const QString& name, const QString& value, bool secret = false) {
    return {{name, VariableScope::Both}, value, secret, true, true};
}

} // namespace

/// How the variables of a project reach its deployments, and how its secrets never reach visitors.
class TestVariables : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_world->write(
            u"package.json"_s, R"({"name":"shop","scripts":{"build":"vite build"},"devDependencies":{"vite":"5"}})");
        m_world->write(u"index.html"_s, "<h1>one</h1>");
        m_world->secrets.keep(u"miaobu/masterkey/v1"_s, randomKeyBytes());
        m_project = m_world->addProject();
    }

    void cleanup() { m_world.reset(); }

    void aBuildGetsWhatIsStoredForIt() {
        m_world->setVariable(m_project.id, draft(u"TITLE"_s, u"hello"_s));
        m_world->setVariable(m_project.id, draft(u"TOKEN"_s, secretValue, true));
        m_world->setVariable(m_project.id, {{u"RUN_ONLY"_s, VariableScope::Both}, u"1"_s, false, false, true});
        m_world->setVariable(m_project.id, {{u"PREVIEW"_s, VariableScope::Preview}, u"1"_s, false, true, true});
        const Deployment deployment = m_world->deploy(m_project.id);
        QCOMPARE(deployment.state, DeploymentState::Live);
        QCOMPARE(m_world->builder.variables,
            (QList<EnvironmentVariable>{{u"TITLE"_s, u"hello"_s}, {u"TOKEN"_s, secretValue, true}}));
        QCOMPARE(DeploymentTable(*m_world->database).variableRevisions(deployment.id),
            m_world->variables->revisions(m_project.id, VariableScope::Production));
    }

    void whatIsGivenByHandWins() {
        m_world->setVariable(m_project.id, draft(u"A"_s, u"stored"_s));
        m_world->setVariable(m_project.id, draft(u"B"_s, u"stored"_s));
        m_world->waitIdle([this] { m_world->deployer->deploy(request({{u"A"_s, u"by hand"_s, true}})); });
        QCOMPARE(
            m_world->builder.variables, (QList<EnvironmentVariable>{{u"A"_s, u"by hand"_s}, {u"B"_s, u"stored"_s}}));
    }

    void anotherValueIsBuiltAnew() {
        m_world->setVariable(m_project.id, draft(u"A"_s, u"a longer value"_s));
        (void)m_world->deploy(m_project.id);
        QVERIFY(m_world->deploy(m_project.id).buildReused);
        m_world->setVariable(m_project.id, draft(u"A"_s, u"another"_s));
        QVERIFY(!m_world->deploy(m_project.id).buildReused);
        m_world->setVariable(m_project.id, draft(u"A"_s, u"a longer value"_s, true));
        QVERIFY(!m_world->deploy(m_project.id).buildReused);
    }

    void aSecretInTheOutputIsNotPublished_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("escaped") << QByteArray("const token = \"planted \\\"secret\\\" value\";");
        QTest::newRow("as it is") << "const token = '" + secretValue.toUtf8() + "';";
        QTest::newRow("base64") << "const token = atob('" + secretValue.toUtf8().toBase64() + "');";
        QTest::newRow("in an address") << "get('/?token=" + secretValue.toUtf8().toPercentEncoding() + "')";
        // Read in pieces of 1 MiB: it lies across the first border.
        QTest::newRow("between two pieces") << QByteArray(1024 * 1024 - 7, ' ') + secretValue.toUtf8();
        QTest::newRow("after many pieces") << QByteArray(3 * 1024 * 1024 + 5, ' ') + secretValue.toUtf8() + "  ";
    }

    void aSecretInTheOutputIsNotPublished() {
        QFETCH(QByteArray, content);
        const Deployment first = m_world->deploy(m_project.id);
        m_world->setVariable(m_project.id, draft(u"TOKEN"_s, secretValue, true));
        m_world->write(u"app.js"_s, content);
        const Deployment second = m_world->deploy(m_project.id);
        QCOMPARE(second.state, DeploymentState::Failed);
        QCOMPARE(second.failure->kind, ErrorKind::SecretInOutput);
        QCOMPARE(second.failure->stage, Stage::CheckOutput);
        QCOMPARE(second.failure->subject, u"TOKEN"_s);
        QCOMPARE(second.failure->detail, u"app.js"_s);
        QCOMPARE(DeploymentTable(*m_world->database).live(m_project.id, u"local"_s)->id, first.id);
        QCOMPARE(m_world->cloud.visit(u"shop.localhost"_s, u"index.html"_s), QByteArray("<h1>one</h1>"));
        for (auto object = m_world->cloud.objects.begin(); object != m_world->cloud.objects.end(); ++object) {
            QVERIFY(!object.key().startsWith(second.objectPrefix));
        }
        QFile log(logFile(m_world->home, second.id));
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(!log.readAll().contains("planted"));
    }

    void whatIsStoredAsPublicMayBePublished() {
        m_world->setVariable(m_project.id, draft(u"TITLE"_s, secretValue));
        m_world->write(u"app.js"_s, secretValue.toUtf8());
        QCOMPARE(m_world->deploy(m_project.id).state, DeploymentState::Live);
        m_world->write(u"app.js"_s, "// again\n" + secretValue.toUtf8());
        m_world->waitIdle([this] { m_world->deployer->deploy(request({{u"TITLE"_s, secretValue, true}})); });
        QCOMPARE(DeploymentTable(*m_world->database).ofProject(m_project.id).first().state, DeploymentState::Live);
    }

    void aStoredVariableNeedNotBeEnteredAgain() {
        m_world->setVariable(m_project.id, draft(u"TOKEN"_s, secretValue, true));
        m_world->builder.failBuild = true;
        DeploymentId id = 0;
        m_world->waitIdle([&] { id = m_world->deployer->deploy(request({{u"HAND"_s, u"given"_s}})); });
        QCOMPARE(m_world->find(id).state, DeploymentState::Failed);
        m_world->builder.failBuild = false;
        QVERIFY_THROWS_EXCEPTION(Error, m_world->deployer->resume(id));
        QVERIFY_THROWS_EXCEPTION(Error, m_world->deployer->resume(id, {{u"HAND"_s, u"given"_s}, {u"OTHER"_s, u"1"_s}}));
        m_world->setVariable(m_project.id, draft(u"HAND"_s, u"stored by now"_s));
        m_world->waitIdle([&] { m_world->deployer->resume(id); });
        QCOMPARE(m_world->find(id).state, DeploymentState::Live);
        QCOMPARE(m_world->builder.variables,
            (QList<EnvironmentVariable>{{u"HAND"_s, u"stored by now"_s}, {u"TOKEN"_s, secretValue, true}}));
    }

private:
    [[nodiscard]] DeployRequest request(const QList<EnvironmentVariable>& variables) const {
        return {.project = m_project.id,
            .target = {},
            .branch = {},
            .commit = {},
            .preview = {},
            .password = {},
            .variables = variables};
    }

    std::unique_ptr<World> m_world;
    Project m_project;
};

QTEST_GUILESS_MAIN(TestVariables)
#include "tst_variables.moc"
