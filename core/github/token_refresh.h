#pragma once

#include "core/github/account_tokens.h"
#include "core/github/device_flow.h"
#include "core/github/oauth_app.h"

namespace miaobu {

/// Whether \a token has to be exchanged for its successor before it is used at \a now.
[[nodiscard]] bool isRunningOut(const AccountToken& token, const QDateTime& now);

/// What a refresh works with. What is pointed to outlives it.
struct TokenRefresh {
    std::shared_ptr<HttpClient> http;
    GitHubHost host;
    OAuthApp app;
    AccountTokens* tokens = nullptr;
    const Clock* clock = nullptr;
    QString lockFile; ///< Using a refresh token kills the old pair: only one process may do it, and its folder exists.
};

/// The token of \a account, exchanged for its successor where it is running out; that one is stored before it is given.
/// \throws Error(SignInNeeded) where GitHub does not take the refresh token any more, what AccountTokens and postForm() throw
QCoro::Task<AccountToken> freshToken(TokenRefresh refresh, GitHubAccount account, std::stop_token stop);

} // namespace miaobu
