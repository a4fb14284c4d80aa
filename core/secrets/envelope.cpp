#include "core/secrets/envelope.h"

#include "core/async/error.h"
#include "core/async/sleep.h"
#include "core/secrets/secret_bytes.h"

#include <QLockFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

const QString masterKeyName = u"miaobu/masterkey/v1"_s;

QCoro::Task<> takeLock(QLockFile* lock, std::stop_token stop) {
    constexpr std::chrono::milliseconds pause(20);
    while (!lock->tryLock(0)) {
        if (lock->error() != QLockFile::LockFailedError) {
            throw Error(ErrorKind::FileSystem, lock->fileName());
        }
        co_await sleepFor(pause, stop);
    }
}

} // namespace

Envelope::Envelope(SecretStore& secrets, QString lockFile) : m_secrets(secrets), m_lockFile(std::move(lockFile)) { }

QCoro::Task<QByteArray> Envelope::seal(QByteArray plain, Place place, std::stop_token stop) {
    const Key key = co_await storedOrNewKey(stop);
    co_return miaobu::seal(plain, place, *key);
}

QCoro::Task<QByteArray> Envelope::open(QByteArray sealed, Place place, std::stop_token stop) {
    const Key key = co_await storedKey(stop);
    if (!key) {
        throw Error(ErrorKind::SecretUnreadable, place.table + u'.' + place.column,
            u"the keychain does not have the key it was sealed with"_s);
    }
    co_return miaobu::open(sealed, place, *key);
}

QCoro::Task<Envelope::Key> Envelope::storedKey(std::stop_token stop) {
    if (!m_key) {
        std::optional<QByteArray> stored = co_await m_secrets.read(masterKeyName, stop);
        if (stored) {
            const WipeAtEnd wiped(*stored);
            m_key = std::make_shared<const MasterKey>(*stored);
        }
    }
    Key key = m_key;
    co_return key;
}

QCoro::Task<Envelope::Key> Envelope::storedOrNewKey(std::stop_token stop) {
    Key key = co_await storedKey(stop);
    if (!key) {
        QLockFile lock(m_lockFile);
        co_await takeLock(&lock, stop);
        // Somebody else may have made one meanwhile.
        key = co_await storedKey(stop);
        if (!key) {
            QByteArray bytes = randomKeyBytes();
            const WipeAtEnd wiped(bytes);
            co_await m_secrets.write(masterKeyName, unsharedCopy(bytes), stop);
            m_key = std::make_shared<const MasterKey>(bytes);
            key = m_key;
        }
    }
    co_return key;
}

} // namespace miaobu
