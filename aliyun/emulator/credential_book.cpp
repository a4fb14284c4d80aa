#include "aliyun/emulator/credential_book.h"

#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/json_text.h"

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

/// Stable digits, as the ids of users and roles are.
std::string idFrom(const std::string& name) {
    std::string digits = "2";
    for (const char c : sha256Hex(name).substr(0, 17)) {
        digits += static_cast<char>('0' + c % 10);
    }
    return digits;
}

Caller userCaller(const std::string& accountId) {
    const std::string userId = idFrom(accountId + "/miaobu");
    return {Caller::Kind::RamUser, accountId, "acs:ram::" + accountId + ":user/miaobu", userId, userId, {}};
}

Caller accountCaller(const std::string& accountId) {
    return {Caller::Kind::Account, accountId, "acs:ram::" + accountId + ":root", accountId, accountId, {}};
}

} // namespace

CredentialBook::CredentialBook(AccountKeys keys, const std::string& folder)
    : m_keys(std::move(keys)), m_temporary(folder) {
    for (const auto& [id, record] : m_temporary.all()) {
        if (find(id)->isExpired()) {
            m_temporary.remove(id);
        }
    }
}

std::optional<KnownKey> CredentialBook::find(const std::string& accessKeyId) const {
    if (accessKeyId == m_keys.user.accessKeyId) {
        return KnownKey{m_keys.user.accessKeySecret, {}, {}, userCaller(accountId())};
    }
    if (accessKeyId == m_keys.root.accessKeyId) {
        return KnownKey{m_keys.root.accessKeySecret, {}, {}, accountCaller(accountId())};
    }
    const auto record = m_temporary.find(accessKeyId);
    if (!record) {
        return std::nullopt;
    }
    return KnownKey{toStd(record->value(u"secret"_s).toString()), toStd(record->value(u"token"_s).toString()),
        SystemTime(std::chrono::milliseconds(record->value(u"expires"_s).toInteger())),
        roleCaller(toStd(record->value(u"role"_s).toString()), toStd(record->value(u"session"_s).toString()))};
}

TemporaryKey CredentialBook::assumeRole(
    const std::string& role, const std::string& session, std::chrono::seconds duration) {
    const auto expires = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now() + duration);
    const TemporaryKey key{"STS." + randomHex(12), randomHex(22), toBase64(randomHex(48)), expires};
    m_temporary.put(key.accessKeyId,
        {{u"secret"_s, toQt(key.accessKeySecret)}, {u"token"_s, toQt(key.token)}, {u"role"_s, toQt(role)},
            {u"session"_s, toQt(session)},
            {u"expires"_s,
                static_cast<qint64>(
                    std::chrono::duration_cast<std::chrono::milliseconds>(expires.time_since_epoch()).count())}});
    return key;
}

void CredentialBook::expireTemporaryKeys() {
    for (const auto& [id, record] : m_temporary.all()) {
        m_temporary.update(id, [](QJsonObject& key) { key.insert(u"expires"_s, 0); });
    }
}

Caller CredentialBook::roleCaller(const std::string& role, const std::string& session) const {
    const std::string roleId = idFrom(accountId() + "/role/" + role);
    return {Caller::Kind::AssumedRole, accountId(), "acs:ram::" + accountId() + ":assumed-role/" + role + "/" + session,
        roleId + ":" + session, {}, roleId};
}

} // namespace miaobu::emulator
