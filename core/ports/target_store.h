#pragma once

#include "core/model/access_key.h"
#include "core/model/target_config.h"

#include <QCoro/QCoroTask>

#include <stop_token>

namespace miaobu {

/// Where the Aliyun targets are kept: each a file, and its secret in the keychain. "local" is none of them.
class TargetStore {
public:
    virtual ~TargetStore() = default;

    /// \throws Error(TargetUnknown), Error(InvalidInput) for a file that is damaged
    [[nodiscard]] virtual TargetConfig config(const QString& name) const = 0;
    /// The key, from wherever it is: given for this session, the environment, the keychain.
    /// \throws Error(TargetUnknown), Error(KeychainLocked), Error(KeychainMissing, what to set) when there is none
    virtual QCoro::Task<AccessKey> key(QString name, std::stop_token stop) = 0;
    /// Stores a target, or changes the one of that name. The secret first: a target without its key is of no use.
    /// \throws Error(InvalidInput, "oss.bucket": which member is wrong), Error(KeychainLocked), Error(KeychainMissing)
    virtual QCoro::Task<> put(TargetConfig config, AccessKey key, KeepSecret keep, std::stop_token stop) = 0;
    /// Stores what was learned about a target that is there already.
    virtual void update(const TargetConfig& config) = 0;
    /// Forgets the target and its key; the cloud keeps what it has. \throws Error(TargetUnknown)
    virtual QCoro::Task<> remove(QString name, std::stop_token stop) = 0;
};

} // namespace miaobu
