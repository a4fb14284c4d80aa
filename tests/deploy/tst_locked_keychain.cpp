#include "tests/deploy/world.h"
#include "tests/support/keyring.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::test;

/// With a real keyring, in a session of its own (tests/support/keyring-run.sh).
class TestLockedKeychain : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (!qEnvironmentVariableIsSet("MIAOBU_KEYRING_INNER")) {
            QSKIP("needs a session of its own");
        }
    }

    void onlyADeploymentThatNeedsASecretIsStoppedAndBeforeItRuns() {
        World world;
        world.write(
            u"package.json"_s, R"({"name":"shop","scripts":{"build":"vite build"},"devDependencies":{"vite":"5"}})");
        world.write(u"index.html"_s, "<h1>one</h1>");
        const Project secretive = world.addProject(u"secretive"_s);
        const Project plain = world.addProject(u"plain"_s);
        world.setVariable(secretive.id, {{u"TOKEN"_s, VariableScope::Both}, u"planted-secret"_s, true, true, true});
        world.setVariable(plain.id, {{u"TITLE"_s, VariableScope::Both}, u"hello"_s, false, true, true});
        lockKeyring();
        // As the next start of the program: nothing is in memory.
        world.stop();
        Envelope envelope(world.secrets, world.home.databaseFile() + u".lock"_s);
        world.variables.emplace(*world.database, envelope, world.clock);
        world.start();

        bool isCheckedOut = false;
        world.checkout.onCheckout = [&isCheckedOut] { isCheckedOut = true; };
        const Deployment stopped = world.deploy(secretive.id);
        QCOMPARE(stopped.state, DeploymentState::Failed);
        QCOMPARE(stopped.failure->kind, ErrorKind::KeychainLocked);
        QVERIFY(!isCheckedOut);
        QCOMPARE(world.builder.installs, 0);
        QCOMPARE(world.deploy(plain.id).state, DeploymentState::Live);
        world.stop();
    }
};

QTEST_GUILESS_MAIN(TestLockedKeychain)
#include "tst_locked_keychain.moc"
