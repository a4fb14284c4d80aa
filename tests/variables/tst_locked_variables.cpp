#include "tests/support/await.h"
#include "tests/support/keyring.h"
#include "tests/variables/variable_world.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::test::await;
using miaobu::test::VariableWorld;

/// With a real keyring, in a session of its own (tests/support/keyring-run.sh).
class TestLockedVariables : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (!qEnvironmentVariableIsSet("MIAOBU_KEYRING_INNER")) {
            QSKIP("needs a session of its own");
        }
    }

    void aLockedKeyringStopsOnlyWhatNeedsIt() {
        VariableWorld world;
        Project other = VariableWorld::named(u"plain"_s);
        const ProjectId plain = ProjectTable(world.database).insert(other).id;
        await(world.variables.apply(world.project, {VariableWorld::set(u"TOKEN"_s, u"planted-secret"_s, true)}, {}));
        await(world.variables.apply(plain, {VariableWorld::set(u"TITLE"_s, u"hello"_s)}, {}));
        QCOMPARE(await(world.variables.resolve(world.project, VariableScope::Production, {})).variables.first().value,
            u"planted-secret"_s);

        test::lockKeyring();
        // As the next start of the program: nothing is in memory.
        Envelope envelope(world.secrets, world.folder.filePath(u"masterkey.lock"_s));
        const ProjectVariables variables(world.database, envelope, world.clock);
        try {
            (void)await(variables.resolve(world.project, VariableScope::Production, {}));
            QFAIL("it was read");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::KeychainLocked);
        }
        QCOMPARE(await(variables.resolve(plain, VariableScope::Production, {})).variables.first().value, u"hello"_s);
    }
};

QTEST_GUILESS_MAIN(TestLockedVariables)
#include "tst_locked_variables.moc"
