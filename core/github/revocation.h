#pragma once

#include "core/github/account_tokens.h"
#include "core/github/github_host.h"
#include "core/net/http_client.h"
#include "core/ports/clock.h"

#include <QUrl>

#include <memory>

namespace miaobu {

/// Asks GitHub to revoke a token and the one that refreshes it (POST /credentials/revoke, which wants no sign-in).
/// \returns false where the host has no such call, as GitHub Enterprise Server. \throws what GitHubClient::send() throws
QCoro::Task<bool> revokeToken(
    std::shared_ptr<HttpClient> http, GitHubHost host, AccountToken token, const Clock* clock, std::stop_token stop);

/// The page on which a person revokes it.
[[nodiscard]] QUrl revocationPage(const GitHubHost& host, const QString& clientId, SignInWay way);

} // namespace miaobu
