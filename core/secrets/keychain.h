#pragma once

#include "core/ports/secret_store.h"

#include <chrono>

namespace miaobu {

/// The keychain of the desktop, through QtKeychain: Secret Service or KWallet, the macOS Keychain, the Credential Manager of Windows.
///
/// A locked Secret Service answers "not found" to a read and "done" to a removal. Neither is believed before an entry of our own could be
/// written and read back.
/// QtKeychain does one thing at a time: a call that is given up goes on and holds up those that follow, until the keychain answers it.
class Keychain final : public SecretStore {
public:
    /// \a patience: how long one call may take before it is given up with Error(Timeout, keychainSubject).
    explicit Keychain(std::chrono::milliseconds patience = std::chrono::seconds(10));

    QCoro::Task<std::optional<QByteArray>> read(QString key, std::stop_token stop) override;
    QCoro::Task<> write(QString key, QByteArray secret, std::stop_token stop) override;
    QCoro::Task<> remove(QString key, std::stop_token stop) override;

private:
    std::chrono::milliseconds m_patience;
};

} // namespace miaobu
