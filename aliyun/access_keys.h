#pragma once

#include "core/model/access_key.h"
#include "core/model/target_config.h"
#include "core/ports/clock.h"
#include "core/ports/target_store.h"
#include "core/secrets/session_secrets.h"

#include <QProcessEnvironment>

namespace miaobu::aliyun {

/// The access keys of the targets: given for this session, else in the environment, else in the keychain, where each is one entry under its id.
class AccessKeys {
public:
    /// \a secrets and \a clock outlive this.
    AccessKeys(SessionSecrets& secrets, const Clock& clock,
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment());

    /// \throws Error(AccessKeyMissing), Error(AccessKeyExpired), Error(SecretUnreadable), and what SecretStore throws
    QCoro::Task<AccessKey> find(TargetConfig config, std::stop_token stop);
    QCoro::Task<KeyPlace> place(TargetConfig config, std::stop_token stop);

    /// What is stored under an id.
    struct Stored {
        std::optional<QByteArray> inMemory;
        std::optional<QByteArray> inKeychain;
    };
    /// Stores \a key, and gives what it took the place of.
    QCoro::Task<Stored> store(AccessKey key, KeepSecret keep, std::stop_token stop);
    /// Takes a store() back.
    QCoro::Task<> putBack(QString id, KeepSecret keep, Stored before, std::stop_token stop);
    /// From memory and keychain. That there is no keychain is no failure: then it holds nothing.
    QCoro::Task<> forget(QString id, std::stop_token stop);

    /// \throws Error(AccessKeyExpired, \a target) for a temporary key that has ended, or ends before anything is done with it.
    void throwIfExpired(const AccessKey& key, const QString& target) const;

private:
    SessionSecrets& m_secrets;
    const Clock& m_clock;
    QProcessEnvironment m_environment;
};

} // namespace miaobu::aliyun
