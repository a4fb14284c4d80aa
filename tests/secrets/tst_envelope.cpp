#include "core/async/error.h"
#include "core/secrets/envelope.h"
#include "core/secrets/keychain.h"
#include "tests/support/await.h"
#include "tests/support/keyring.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::test::await;

namespace {

const QString masterKey = u"miaobu/masterkey/v1"_s;
const Place place{u"environment_variables"_s, u"17"_s, u"value"_s, 1};

Error failureOf(QCoro::Task<QByteArray> task) {
    try {
        (void)await(std::move(task));
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorKind::Internal, u"nothing was thrown"_s);
}

} // namespace

/// With a real keyring, in a session of its own (tests/support/keyring-run.sh).
class TestEnvelope : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (!qEnvironmentVariableIsSet("MIAOBU_KEYRING_INNER")) {
            QSKIP("needs a session of its own");
        }
    }

    void init() { await(m_keychain.remove(masterKey, {})); }

    void anotherRunOpensWhatWasSealed() {
        const QByteArray sealed = await(Envelope(m_keychain, m_lock).seal("DATABASE_URL=…", place, {}));
        QCOMPARE(await(Envelope(m_keychain, m_lock).open(sealed, place, {})), "DATABASE_URL=…");
        QCOMPARE(await(m_keychain.read(masterKey, {})).value_or(QByteArray()).size(), 32);
    }

    void manyAtATimeMakeOneKey() {
        std::vector<std::unique_ptr<Envelope>> envelopes;
        std::vector<QCoro::Task<QByteArray>> sealing;
        for (int i = 0; i < 8; ++i) {
            envelopes.push_back(std::make_unique<Envelope>(m_keychain, m_lock));
            sealing.push_back(envelopes.back()->seal("text", place, {}));
        }
        Envelope opening(m_keychain, m_lock);
        for (QCoro::Task<QByteArray>& task : sealing) {
            const QByteArray sealed = await(std::move(task));
            QCOMPARE(await(opening.open(sealed, place, {})), "text");
        }
    }

    void aLostKeyIsSaidAndNotReplaced() {
        const QByteArray sealed = await(Envelope(m_keychain, m_lock).seal("text", place, {}));
        await(m_keychain.remove(masterKey, {}));
        const Error error = failureOf(Envelope(m_keychain, m_lock).open(sealed, place, {}));
        QCOMPARE(error.kind, ErrorKind::SecretUnreadable);
        QCOMPARE(error.subject, u"environment_variables.value"_s);
        QCOMPARE(await(m_keychain.read(masterKey, {})), std::nullopt);
    }

    // The last one: the keyring stays locked.
    void aLockedKeyringMakesNoKey() {
        test::lockKeyring();
        QCOMPARE(failureOf(Envelope(m_keychain, m_lock).seal("text", place, {})).kind, ErrorKind::KeychainLocked);
    }

private:
    QTemporaryDir m_folder;
    QString m_lock = m_folder.filePath(u"masterkey.lock"_s);
    Keychain m_keychain;
};

QTEST_GUILESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"
