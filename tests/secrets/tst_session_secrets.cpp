#include "core/async/error.h"
#include "core/secrets/keychain.h"
#include "core/secrets/session_secrets.h"
#include "tests/support/await.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::test::await;

/// Without a keychain: what is kept in memory needs none.
class TestSessionSecrets : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus"); }

    void whatIsKeptIsReadWithoutAKeychain() {
        Keychain keychain;
        SessionSecrets secrets(keychain);
        secrets.keep(u"miaobu/test/one"_s, "first");
        secrets.keep(u"miaobu/test/one"_s, "second");
        QCOMPARE(await(secrets.read(u"miaobu/test/one"_s, {})), std::optional<QByteArray>("second"));
        secrets.forget(u"miaobu/test/one"_s);
        QCOMPARE(secrets.kept(u"miaobu/test/one"_s), std::nullopt);
        QVERIFY_THROWS_EXCEPTION(Error, await(secrets.read(u"miaobu/test/one"_s, {})));
    }

    void aWriteThatFailsForgetsNothing() {
        Keychain keychain;
        SessionSecrets secrets(keychain);
        secrets.keep(u"miaobu/test/one"_s, "kept");
        QVERIFY_THROWS_EXCEPTION(Error, await(secrets.write(u"miaobu/test/one"_s, "other", {})));
        QCOMPARE(secrets.kept(u"miaobu/test/one"_s), std::optional<QByteArray>("kept"));
    }

    void aRemovalIsCertainInMemory() {
        Keychain keychain;
        SessionSecrets secrets(keychain);
        secrets.keep(u"miaobu/test/one"_s, "kept");
        QVERIFY_THROWS_EXCEPTION(Error, await(secrets.remove(u"miaobu/test/one"_s, {})));
        QCOMPARE(secrets.kept(u"miaobu/test/one"_s), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestSessionSecrets)
#include "tst_session_secrets.moc"
