#include "core/async/error.h"
#include "core/secrets/keychain.h"
#include "tests/support/await.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::test::await;

namespace {

Error failureOf(auto task) {
    try {
        (void)await(std::move(task));
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorKind::Internal, u"nothing was thrown"_s);
}

} // namespace

/// On a computer without a session bus: its address leads nowhere.
class TestNoKeychain : public QObject {
    Q_OBJECT

private slots:
    void everyCallSaysThatThereIsNone() {
        Keychain keychain;
        const QString key = u"miaobu/test/one"_s;
        const Error reading = failureOf(keychain.read(key, {}));
        QCOMPARE(reading.kind, ErrorKind::KeychainMissing);
        QVERIFY(!reading.detail.isEmpty());
        const std::stop_token stop;
        QVERIFY_THROWS_EXCEPTION(Error, await(keychain.write(key, "secret", stop)));
        QVERIFY_THROWS_EXCEPTION(Error, await(keychain.remove(key, stop)));
    }
};

QTEST_GUILESS_MAIN(TestNoKeychain)
#include "tst_no_keychain.moc"
