#pragma once

#include "core/async/error.h"
#include "core/net/http_message.h"

#include <QDateTime>

#include <optional>

namespace miaobu {

/// What one of GitHub's answers failed of; nothing for 2xx and 304. Redirects are not judged here.
/// \returns SignInNeeded (401), RateLimited with retryAt, TokenNotPermitted with the page of an organisation's single sign-on in its alternatives,
/// NotFound, RepositoryEmpty, Conflict, InvalidInput (422), ServiceError (5xx, and GitHub's own words), HttpStatus for anything else.
/// \a now is UTC; \a waited is how often in a row a limit without a time was met, which doubles the minute that is waited then.
[[nodiscard]] std::optional<Error> apiError(
    const HttpResponse& response, const QString& subject, const QDateTime& now, int waited = 0);

} // namespace miaobu
