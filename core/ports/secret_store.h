#pragma once

#include <QByteArray>
#include <QCoro/QCoroTask>
#include <QString>

#include <optional>
#include <stop_token>

namespace miaobu {

/// The subject of the Error(Timeout) of a keychain that does not answer.
inline const QString keychainSubject = QStringLiteral("keychain");

/// Keeps secrets where no other user and no file shows them: the keychain of the desktop.
/// A key is "miaobu/{kind}/{scope}". Every call throws Error(KeychainLocked) when the keychain is there and locked, Error(KeychainMissing)
/// when there is none, Error(Timeout, keychainSubject) when it does not answer, Error(Cancelled) once stop was requested.
class SecretStore {
public:
    virtual ~SecretStore() = default;

    /// Nothing only where it is sure that there is no such secret.
    virtual QCoro::Task<std::optional<QByteArray>> read(QString key, std::stop_token stop) = 0;
    virtual QCoro::Task<> write(QString key, QByteArray secret, std::stop_token stop) = 0;
    /// Removing what is not there is no failure; returning means that it is gone.
    virtual QCoro::Task<> remove(QString key, std::stop_token stop) = 0;
};

} // namespace miaobu
