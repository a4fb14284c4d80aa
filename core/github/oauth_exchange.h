#pragma once

#include "core/async/error.h"
#include "core/github/account_tokens.h"
#include "core/github/github_host.h"
#include "core/net/http_client.h"

#include <QHash>
#include <QList>

#include <memory>
#include <utility>

namespace miaobu {

using FormFields = QList<std::pair<QByteArray, QByteArray>>;

/// What an OAuth endpoint answered, as JSON or form-encoded: both come, whatever is asked for.
struct OAuthAnswer {
    int status = 0;
    QHash<QString, QString> fields; ///< Empty for an answer that is neither.

    [[nodiscard]] QString error() const { return fields.value(QStringLiteral("error")); }
    [[nodiscard]] qint64 seconds(const QString& name, qint64 otherwise) const;
};

/// Sends \a fields to \a path of the host's web side, once. Nobody else sees them: a redirect is not followed.
/// \throws Error(Redirected) with the other host as its detail, Error(RateLimited) with retryAt, Error(ServiceError) for 5xx, and what HttpClient throws
QCoro::Task<OAuthAnswer> postForm(
    std::shared_ptr<HttpClient> http, GitHubHost host, QByteArray path, FormFields fields, std::stop_token stop);

/// What OAuthAnswer::error() means for the person. \a clientId's tail is named where it is in doubt.
[[nodiscard]] Error oauthError(const OAuthAnswer& answer, const GitHubHost& host, const QString& clientId);

/// The token that \a answer carries. \a now is UTC. \throws Error(MalformedResponse, host) without one
[[nodiscard]] AccountToken tokenIn(const OAuthAnswer& answer, const GitHubHost& host, const QDateTime& now);

} // namespace miaobu
