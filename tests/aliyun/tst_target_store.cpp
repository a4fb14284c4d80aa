#include "aliyun/targets.h"
#include "tests/aliyun/cloud.h"
#include "tests/support/keyring.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::aliyun;
using miaobu::test::await;
using miaobu::test::failureOf;
using miaobu::test::Keys;

namespace {

TargetConfig config(const QString& name, const QString& id = u"LTAI5tFirst"_s) {
    return targetConfigFromJson(
        u"{\"name\":\"%1\",\"accessKeyId\":\"%2\",\"region\":\"cn-hangzhou\",\"baseDomain\":\"example.com\",\"oss\":{\"bucket\":\"sites\"},\"esa\":{\"siteId\":7,\"kvNamespace\":\"miaobu\"}}"_s
            .arg(name, id)
            .toUtf8());
}

/// What one run of the program has: the next one finds only files and keychain.
struct Program {
    explicit Program(const QString& folder, const QProcessEnvironment& environment = {})
        : keys(environment), targets(folder, {}, std::make_shared<HttpClient>(), keys.keys()) { }

    Keys keys;
    AliyunTargets targets;
};

} // namespace

/// With a real keyring, in a session of its own (tests/support/keyring-run.sh).
class TestTargetStore : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (!qEnvironmentVariableIsSet("MIAOBU_KEYRING_INNER")) {
            QSKIP("needs a session of its own");
        }
    }

    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_key = {"LTAI5tFirst", "first secret", {}};
    }

    void anotherRunFindsTheTargetAndItsKey() {
        await(program()->targets.put(config(u"prod"_s), m_key, KeepSecret::InKeychain, {}));
        const auto next = program();
        QCOMPARE(next->targets.names(), (QStringList{u"local"_s, u"prod"_s}));
        QCOMPARE(next->targets.config(u"prod"_s), config(u"prod"_s));
        QCOMPARE(await(next->targets.key(u"prod"_s, {})), m_key);
        QCOMPARE(await(next->targets.placeOfKey(u"prod"_s, {})), KeyPlace::Keychain);
        QVERIFY(!filesContain("first secret"));
        QCOMPARE(siteHost(await(next->targets.open(u"prod"_s, {})).target, u"shop"_s), u"shop.example.com"_s);
    }

    void aKeyForThisSessionIsForgottenWithIt() {
        const auto first = program();
        await(first->targets.put(
            config(u"prod"_s, u"LTAI5tSession"_s), {"LTAI5tSession", "kept", {}}, KeepSecret::ForThisSession, {}));
        QCOMPARE(await(first->targets.key(u"prod"_s, {})).secret, "kept");
        QCOMPARE(await(first->targets.placeOfKey(u"prod"_s, {})), KeyPlace::Session);
        const Error error = failureOf(program()->targets.key(u"prod"_s, {}));
        QCOMPARE(error.kind, ErrorKind::AccessKeyMissing);
        QCOMPARE(error.subject, u"prod"_s);
    }

    void theEnvironmentWinsOverTheKeychainForItsOwnKey() {
        await(program()->targets.put(config(u"prod"_s), m_key, KeepSecret::InKeychain, {}));
        QProcessEnvironment environment;
        environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s, u"LTAI5tFirst"_s);
        environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, u"from outside"_s);
        environment.insert(u"ALIBABA_CLOUD_SECURITY_TOKEN"_s, u"token"_s);
        const AccessKey outside{"LTAI5tFirst", "from outside", "token"};
        QCOMPARE(await(program(environment)->targets.key(u"prod"_s, {})), outside);
        environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s, u"LTAI5tOther"_s);
        QCOMPARE(await(program(environment)->targets.key(u"prod"_s, {})), m_key);
    }

    void temporaryKeysEnd() {
        AccessKey key{"STS.NTtemporary", "secret", "token", QDateTime::currentDateTimeUtc().addSecs(3600)};
        key.expires.setTime({key.expires.time().hour(), key.expires.time().minute()});
        const TargetConfig target = config(u"prod"_s, u"STS.NTtemporary"_s);
        const auto running = program();
        await(running->targets.put(target, key, KeepSecret::InKeychain, {}));
        QCOMPARE(await(running->targets.key(u"prod"_s, {})), key);

        Keys& keys = running->keys;
        const test::WrongClock later(1);
        AccessKeys anHourLater(keys.secrets, later, {});
        const Error error = failureOf(anHourLater.find(target, {}));
        QCOMPARE(error.kind, ErrorKind::AccessKeyExpired);
        QCOMPARE(error.subject, u"prod"_s);

        key.expires = QDateTime::currentDateTimeUtc().addSecs(60);
        QCOMPARE(
            failureOf(running->targets.put(target, key, KeepSecret::InKeychain, {})).kind, ErrorKind::AccessKeyExpired);
    }

    void aFileThatCannotBeWrittenLeavesTheOldKey() {
        await(program()->targets.put(config(u"prod"_s), m_key, KeepSecret::InKeychain, {}));
        const QString notAFolder = m_folder->filePath(u"file"_s);
        QFile(notAFolder).open(QIODevice::WriteOnly);
        Program broken(notAFolder);
        const AccessKey changed{"LTAI5tFirst", "changed secret", {}};
        QCOMPARE(failureOf(broken.targets.put(config(u"prod"_s), changed, KeepSecret::InKeychain, {})).kind,
            ErrorKind::FileSystem);
        QCOMPARE(await(program()->targets.key(u"prod"_s, {})), m_key);
        const AccessKey fresh{"LTAI5tFresh", "fresh secret", {}};
        QCOMPARE(
            failureOf(broken.targets.put(config(u"new"_s, u"LTAI5tFresh"_s), fresh, KeepSecret::InKeychain, {})).kind,
            ErrorKind::FileSystem);
        QCOMPARE(await(Keychain().read(u"miaobu/aliyun/LTAI5tFresh"_s, {})), std::nullopt);
    }

    void whatIsWrongIsNamedAndNothingIsStored() {
        const auto running = program();
        TargetConfig wrong = config(u"prod"_s, u"LTAI5tWrong"_s);
        wrong.oss.bucket = u"No Bucket"_s;
        const AccessKey key{"LTAI5tWrong", "secret", {}};
        const Error error = failureOf(running->targets.put(wrong, key, KeepSecret::InKeychain, {}));
        QCOMPARE(error.kind, ErrorKind::InvalidInput);
        QCOMPARE(error.subject, u"oss.bucket"_s);
        QCOMPARE(failureOf(running->targets.put(config(u"prod"_s), key, KeepSecret::InKeychain, {})).subject,
            u"accessKeyId"_s);
        QCOMPARE(await(Keychain().read(u"miaobu/aliyun/LTAI5tWrong"_s, {})), std::nullopt);
    }

    void removingForgetsTheKeyUnlessItIsShared() {
        const auto running = program();
        await(running->targets.put(config(u"one"_s), m_key, KeepSecret::InKeychain, {}));
        await(running->targets.put(config(u"two"_s), m_key, KeepSecret::InKeychain, {}));
        await(running->targets.remove(u"one"_s, {}));
        QCOMPARE(await(running->targets.key(u"two"_s, {})), m_key);
        await(running->targets.remove(u"two"_s, {}));
        QCOMPARE(await(Keychain().read(u"miaobu/aliyun/LTAI5tFirst"_s, {})), std::nullopt);
        QCOMPARE(running->targets.names(), QStringList(u"local"_s));
        QCOMPARE(failureOf(running->targets.remove(u"two"_s, {})).kind, ErrorKind::TargetUnknown);
    }

    void anotherKeyTakesThePlaceOfTheOld() {
        const auto running = program();
        await(running->targets.put(config(u"prod"_s), m_key, KeepSecret::InKeychain, {}));
        const AccessKey second{"LTAI5tSecond", "second secret", {}};
        await(running->targets.put(config(u"prod"_s, u"LTAI5tSecond"_s), second, KeepSecret::InKeychain, {}));
        QCOMPARE(await(running->targets.key(u"prod"_s, {})), second);
        QCOMPARE(await(Keychain().read(u"miaobu/aliyun/LTAI5tFirst"_s, {})), std::nullopt);
    }

    void aForgottenKeyLeavesTheTarget() {
        const auto running = program();
        await(running->targets.put(config(u"prod"_s), m_key, KeepSecret::InKeychain, {}));
        await(running->targets.forgetKey(u"prod"_s, {}));
        QCOMPARE(await(running->targets.placeOfKey(u"prod"_s, {})), KeyPlace::Nowhere);
        QCOMPARE(running->targets.config(u"prod"_s).name, u"prod"_s);
    }

    // The last one: the keyring stays locked.
    void aLockedKeyringChangesNothing() {
        const auto running = program();
        await(running->targets.put(config(u"prod"_s), m_key, KeepSecret::InKeychain, {}));
        test::lockKeyring();
        QCOMPARE(failureOf(running->targets.key(u"prod"_s, {})).kind, ErrorKind::KeychainLocked);
        QCOMPARE(failureOf(running->targets.remove(u"prod"_s, {})).kind, ErrorKind::KeychainLocked);
        const AccessKey other{"LTAI5tOther", "other secret", {}};
        QCOMPARE(failureOf(running->targets.put(config(u"prod"_s, u"LTAI5tOther"_s), other, KeepSecret::InKeychain, {}))
                     .kind,
            ErrorKind::KeychainLocked);
        QCOMPARE(running->targets.config(u"prod"_s), config(u"prod"_s));
    }

private:
    [[nodiscard]] std::unique_ptr<Program> program(const QProcessEnvironment& environment = {}) const {
        return std::make_unique<Program>(m_folder->path(), environment);
    }

    [[nodiscard]] bool filesContain(const QByteArray& text) const {
        for (const QFileInfo& info : QDir(m_folder->path()).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text)) {
                return true;
            }
        }
        return false;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    AccessKey m_key;
};

QTEST_GUILESS_MAIN(TestTargetStore)
#include "tst_target_store.moc"
