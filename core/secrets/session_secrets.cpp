#include "core/secrets/session_secrets.h"

#include "core/secrets/secret_bytes.h"

namespace miaobu {

SessionSecrets::SessionSecrets(SecretStore& keychain) : m_keychain(keychain) { }

SessionSecrets::~SessionSecrets() {
    for (QByteArray& secret : m_kept) {
        wipe(secret);
    }
}

void SessionSecrets::keep(const QString& key, const QByteArray& secret) {
    forget(key);
    m_kept.insert(key, unsharedCopy(secret));
}

std::optional<QByteArray> SessionSecrets::kept(const QString& key) const {
    const auto found = m_kept.constFind(key);
    return found == m_kept.constEnd() ? std::nullopt : std::optional(unsharedCopy(*found));
}

void SessionSecrets::forget(const QString& key) {
    const auto found = m_kept.find(key);
    if (found != m_kept.end()) {
        wipe(*found);
        m_kept.erase(found);
    }
}

QCoro::Task<std::optional<QByteArray>> SessionSecrets::read(QString key, std::stop_token stop) {
    const std::optional<QByteArray> inMemory = kept(key);
    if (inMemory) {
        co_return inMemory;
    }
    co_return co_await m_keychain.read(key, stop);
}

QCoro::Task<std::optional<QByteArray>> SessionSecrets::readKeychain(QString key, std::stop_token stop) {
    return m_keychain.read(key, stop);
}

QCoro::Task<> SessionSecrets::write(QString key, QByteArray secret, std::stop_token stop) {
    co_await m_keychain.write(key, secret, stop);
    forget(key);
}

QCoro::Task<> SessionSecrets::remove(QString key, std::stop_token stop) {
    forget(key);
    co_await m_keychain.remove(key, stop);
}

} // namespace miaobu
