#pragma once

#include "core/github/github_client.h"
#include "core/model/github_account.h"

namespace miaobu {

/// Whose token \a client has: name, e-mail address and scopes, without an id, a way or a time.
/// \throws Error(TokenRefused) where GitHub does not take the token, and what GitHubClient::send() throws
QCoro::Task<GitHubAccount> findViewer(std::shared_ptr<GitHubClient> client, std::stop_token stop);

} // namespace miaobu
