#pragma once

#include "aliyun/emulator/credentials.h"
#include "aliyun/emulator/record_store.h"

#include <optional>

namespace miaobu::emulator {

/// A key and what must come with it.
struct KnownKey {
    std::string secret;
    std::string token; ///< Empty for a lasting key
    std::optional<SystemTime> expires;
    Caller caller;

    [[nodiscard]] bool isExpired() const { return expires && *expires <= std::chrono::system_clock::now(); }
};

/// Temporary credentials as they are given out.
struct TemporaryKey {
    std::string accessKeyId; ///< "STS.…"
    std::string accessKeySecret;
    std::string token;
    SystemTime expires;
};

/// The lasting keys of one account.
struct AccountKeys {
    std::string accountId; ///< 16 digits
    Credentials user; ///< Of the RAM user "miaobu"
    Credentials root; ///< Of the account itself
};

/// Every key that opens the emulator's services: those of its account, and the temporary ones that were given out, which
/// stay good after a restart. Thread-safe.
class CredentialBook {
public:
    CredentialBook(AccountKeys keys, const std::string& folder);

    [[nodiscard]] const std::string& accountId() const { return m_keys.accountId; }
    [[nodiscard]] const std::string& region() const { return m_keys.user.region; }
    [[nodiscard]] const Credentials& user() const { return m_keys.user; }
    [[nodiscard]] const Credentials& root() const { return m_keys.root; }

    /// An expired key is found too.
    [[nodiscard]] std::optional<KnownKey> find(const std::string& accessKeyId) const;
    /// Credentials of a role of this account.
    [[nodiscard]] TemporaryKey assumeRole(
        const std::string& role, const std::string& session, std::chrono::seconds duration);
    /// All temporary credentials are expired from now on.
    void expireTemporaryKeys();
    [[nodiscard]] Caller roleCaller(const std::string& role, const std::string& session) const;

private:
    const AccountKeys m_keys;
    RecordStore m_temporary;
};

} // namespace miaobu::emulator
