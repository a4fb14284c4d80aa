#include "core/async/error.h"
#include "core/secrets/keychain.h"
#include "tests/support/await.h"
#include "tests/support/keyring.h"

#include <csignal>

using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::test::await;

namespace {

const QString key = u"miaobu/test/one"_s;

template <typename T> ErrorKind failureOf(QCoro::Task<T> task) {
    try {
        (void)await(std::move(task));
    } catch (const Error& error) {
        return error.kind;
    }
    return ErrorKind::Internal;
}

ErrorKind failureOf(QCoro::Task<> task) {
    try {
        await(std::move(task));
    } catch (const Error& error) {
        return error.kind;
    }
    return ErrorKind::Internal;
}

QString outputOf(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

/// Ends the keyring that runs and puts an unlocked one in its place.
void unlockAgain() {
    QProcess daemon;
    daemon.start(u"gnome-keyring-daemon"_s, {u"--replace"_s, u"--unlock"_s, u"--components=secrets"_s});
    daemon.write("test");
    daemon.closeWriteChannel();
    daemon.waitForFinished();
}

pid_t keyringProcess() {
    const QString answer = outputOf(u"dbus-send"_s,
        {u"--session"_s, u"--print-reply=literal"_s, u"--dest=org.freedesktop.DBus"_s, u"/"_s,
            u"org.freedesktop.DBus.GetConnectionUnixProcessID"_s, u"string:org.freedesktop.secrets"_s});
    return static_cast<pid_t>(answer.section(u' ', -1).trimmed().toInt());
}

} // namespace

/// Against a real keyring, in a session of its own (tests/support/keyring-run.sh).
class TestKeychain : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (!qEnvironmentVariableIsSet("MIAOBU_KEYRING_INNER")) {
            QSKIP("needs a session of its own");
        }
    }

    void whatWasWrittenIsRead() {
        Keychain keychain;
        const QByteArray binary("\0\x01\xff secret", 10);
        await(keychain.write(key, binary, {}));
        QCOMPARE(await(keychain.read(key, {})), std::optional(binary));
        await(keychain.write(key, "changed", {}));
        QCOMPARE(await(keychain.read(key, {})), std::optional<QByteArray>("changed"));
        await(keychain.remove(key, {}));
        QCOMPARE(await(keychain.read(key, {})), std::nullopt);
    }

    void aLongSecret() {
        Keychain keychain;
        const QByteArray longSecret(100'000, 'x');
        await(keychain.write(key, longSecret, {}));
        QCOMPARE(await(keychain.read(key, {})), std::optional(longSecret));
        await(keychain.remove(key, {}));
    }

    void removingWhatIsNotThereIsNoFailure() {
        Keychain keychain;
        await(keychain.remove(u"miaobu/test/never"_s, {}));
    }

    void aKeyringThatHangsIsGivenUpAndComesBack() {
        Keychain keychain(std::chrono::milliseconds(300));
        await(keychain.write(key, "kept", {}));
        const pid_t daemon = keyringProcess();
        QVERIFY(daemon > 1);
        QCOMPARE(::kill(daemon, SIGSTOP), 0);
        const ErrorKind failure = failureOf(keychain.read(key, {}));
        std::stop_source stop;
        QTimer::singleShot(0, this, [&stop] { stop.request_stop(); });
        const ErrorKind cancelled = failureOf(keychain.read(key, stop.get_token()));
        QCOMPARE(::kill(daemon, SIGCONT), 0);
        QCOMPARE(failure, ErrorKind::Timeout);
        QCOMPARE(cancelled, ErrorKind::Cancelled);
        QCOMPARE(await(Keychain().read(key, {})), std::optional<QByteArray>("kept"));
    }

    // The last one: this process would have to make a new acquaintance of the keyring that is started at its end.
    void aLockedKeyringIsNotTakenForAnEmptyOne() {
        Keychain keychain;
        await(keychain.write(key, "kept", {}));
        test::lockKeyring();
        QCOMPARE(failureOf(keychain.read(key, {})), ErrorKind::KeychainLocked);
        QCOMPARE(failureOf(keychain.read(u"miaobu/test/never"_s, {})), ErrorKind::KeychainLocked);
        QCOMPARE(failureOf(keychain.write(key, "other", {})), ErrorKind::KeychainLocked);
        QCOMPARE(failureOf(keychain.remove(key, {})), ErrorKind::KeychainLocked);
        unlockAgain();
        const QString left
            = outputOf(u"secret-tool"_s, {u"lookup"_s, u"server"_s, u"com.miaobu.desktop"_s, u"user"_s, key});
        QCOMPARE(QByteArray::fromBase64(left.toLatin1()), "kept");
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
