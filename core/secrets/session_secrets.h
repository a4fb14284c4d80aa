#pragma once

#include "core/ports/secret_store.h"

#include <QHash>

namespace miaobu {

/// The keychain, and before it what is kept in memory for as long as the program runs: for a person without a keyring, or one who does not
/// want to leave a secret behind. The memory is overwritten at the end.
class SessionSecrets final : public SecretStore {
public:
    /// \a keychain outlives this.
    explicit SessionSecrets(SecretStore& keychain);
    ~SessionSecrets() override;
    SessionSecrets(const SessionSecrets&) = delete;
    SessionSecrets& operator=(const SessionSecrets&) = delete;

    /// Keeps \a secret in memory only; it hides what the keychain has under \a key.
    void keep(const QString& key, const QByteArray& secret);
    [[nodiscard]] std::optional<QByteArray> kept(const QString& key) const;
    void forget(const QString& key);
    /// What the keychain has, whatever is kept in memory.
    QCoro::Task<std::optional<QByteArray>> readKeychain(QString key, std::stop_token stop);

    QCoro::Task<std::optional<QByteArray>> read(QString key, std::stop_token stop) override;
    /// Into the keychain. What is kept in memory under \a key is forgotten once that is done.
    QCoro::Task<> write(QString key, QByteArray secret, std::stop_token stop) override;
    /// From memory and from the keychain.
    QCoro::Task<> remove(QString key, std::stop_token stop) override;

private:
    SecretStore& m_keychain;
    QHash<QString, QByteArray> m_kept;
};

} // namespace miaobu
