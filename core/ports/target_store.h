#pragma once

#include "core/model/access_key.h"
#include "core/model/target_config.h"

#include <QCoro/QCoroTask>

#include <stop_token>

namespace miaobu {

/// Where a target's key was found, in the order in which it is looked for.
enum class KeyPlace { Session, Environment, Keychain, Nowhere };

/// Where the Aliyun targets are kept: each a file, and its secret in the keychain. "local" is none of them.
class TargetStore {
public:
    virtual ~TargetStore() = default;

    /// \throws Error(TargetUnknown), Error(InvalidInput) for a file that is damaged
    [[nodiscard]] virtual TargetConfig config(const QString& name) const = 0;
    /// The key, from wherever it is: given for this session, the environment, the keychain.
    /// \throws Error(TargetUnknown), Error(AccessKeyMissing, name), Error(AccessKeyExpired, name) for a temporary one that ends within minutes,
    /// and what SecretStore throws
    virtual QCoro::Task<AccessKey> key(QString name, std::stop_token stop) = 0;
    /// Where key() would find it, whether it is still good or not. \throws Error(TargetUnknown), and what SecretStore throws
    virtual QCoro::Task<KeyPlace> placeOfKey(QString name, std::stop_token stop) = 0;
    /// Stores a target, or changes the one of that name. The secret first: a target without its key is of no use.
    /// A failure leaves both as they were.
    /// \throws Error(InvalidInput, "oss.bucket": which member is wrong), Error(AccessKeyExpired), and what SecretStore throws
    virtual QCoro::Task<> put(TargetConfig config, AccessKey key, KeepSecret keep, std::stop_token stop) = 0;
    /// Stores what was learned about a target that is there already.
    virtual void update(const TargetConfig& config) = 0;
    /// Forgets a key that was stored; a key is known by its id, so targets that share one lose it together. The target stays.
    virtual QCoro::Task<> forgetKey(QString name, std::stop_token stop) = 0;
    /// Forgets the target, and its key unless another target has the same one; the cloud keeps what it has.
    /// \throws Error(TargetUnknown), and what SecretStore throws, which leaves the target as it was
    virtual QCoro::Task<> remove(QString name, std::stop_token stop) = 0;
};

} // namespace miaobu
