#pragma once

#include "core/ports/secret_store.h"
#include "core/secrets/sealing.h"

#include <memory>

namespace miaobu {

/// Secrets that are too long or too many for a keychain: they lie sealed in the database, under one key that is in the keychain.
/// The keychain is asked once; the key stays in memory until this ends.
class Envelope {
public:
    /// \a secrets outlives this. \a lockFile keeps two processes from making a key at the same time; its folder exists.
    Envelope(SecretStore& secrets, QString lockFile);

    /// Makes the key where there is none. \throws what SecretStore throws
    QCoro::Task<QByteArray> seal(QByteArray plain, Place place, std::stop_token stop);
    /// \throws Error(SecretUnreadable, "table.column"), and what SecretStore throws
    QCoro::Task<QByteArray> open(QByteArray sealed, Place place, std::stop_token stop);

private:
    using Key = std::shared_ptr<const MasterKey>;
    /// Null where there is none.
    QCoro::Task<Key> storedKey(std::stop_token stop);
    QCoro::Task<Key> storedOrNewKey(std::stop_token stop);

    SecretStore& m_secrets;
    QString m_lockFile;
    Key m_key;
};

} // namespace miaobu
