#pragma once

#include "core/github/api_message.h"
#include "core/net/http_message.h"

#include <optional>

namespace miaobu {

/// The URL that a Link header (RFC 8288) calls "next"; empty where there is none.
[[nodiscard]] QByteArray nextLink(const QByteArray& header);

/// X-OAuth-Scopes: nothing where GitHub does not say them, an empty list for a token without any.
[[nodiscard]] std::optional<QStringList> grantedScopes(const HttpHeaders& headers);

/// X-RateLimit-*. The reset is told in GitHub's time; what its Date header says corrects \a now.
[[nodiscard]] RateLimit rateLimit(const HttpHeaders& headers, const QDateTime& now);

} // namespace miaobu
