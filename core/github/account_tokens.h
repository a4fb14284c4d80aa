#pragma once

#include "core/model/access_key.h"
#include "core/model/github_account.h"
#include "core/secrets/session_secrets.h"

#include <QByteArray>
#include <QCoro/QCoroTask>
#include <QDateTime>

namespace miaobu {

/// What a sign-in gave. Never logged, never part of an error, never in a file.
struct AccountToken {
    QByteArray token;
    QByteArray refresh; ///< For the next token, of those that run out; empty otherwise.
    QDateTime expires; ///< UTC; invalid for one that does not run out.
    QDateTime refreshExpires; ///< UTC

    bool operator==(const AccountToken&) const = default;
};

/// Where an account's token is.
enum class TokenPlace { Session, Keychain, Nowhere };

/// The tokens of the accounts: in the keychain, one entry for each account, or in memory for this session.
class AccountTokens {
public:
    /// \a secrets outlives this.
    explicit AccountTokens(SessionSecrets& secrets) : m_secrets(secrets) { }

    /// \throws Error(TokenMissing), Error(SecretUnreadable), and what SecretStore throws
    QCoro::Task<AccountToken> find(GitHubAccount account, std::stop_token stop);
    QCoro::Task<TokenPlace> place(GitHubAccount account, std::stop_token stop);
    /// \throws what SecretStore throws
    QCoro::Task<> store(GitHubAccount account, AccountToken token, KeepSecret keep, std::stop_token stop);
    /// Stores the successor of a token where that one is.
    QCoro::Task<> replace(GitHubAccount account, AccountToken token, std::stop_token stop);
    /// From memory and keychain. That there is no keychain is no failure: then it holds nothing.
    QCoro::Task<> forget(GitHubAccount account, std::stop_token stop);

private:
    SessionSecrets& m_secrets;
};

/// "li@github.com", as errors and lists say it.
[[nodiscard]] QString accountTitle(const GitHubAccount& account);

} // namespace miaobu
