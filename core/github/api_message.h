#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace miaobu {

/// One call of GitHub's REST API (https://docs.github.com/en/rest).
struct ApiRequest {
    QByteArray method = QByteArrayLiteral("GET");
    /// Percent-encoded, below the host's API: "/user/repos?per_page=100". Or the absolute URL of ApiResponse::next.
    QByteArray path;
    QByteArray
        etag; ///< Of what is known already: the answer is ApiResponse::isNotModified where it is still so, and costs nothing.
    QByteArray accept = QByteArrayLiteral("application/vnd.github+json");
    QByteArray body; ///< JSON
    QString subject; ///< What the call is about, for its errors: "octocat/site". Empty: the host.
    qint64 maximumBytes = qint64{10} << 20;
};

/// What GitHub says of how often it may be asked.
struct RateLimit {
    int limit = 0; ///< Calls an hour; 0 where it was not said.
    int remaining = 0;
    QDateTime resetsAt; ///< UTC, by this computer's clock; invalid where it was not said.

    bool operator==(const RateLimit&) const = default;
};

struct ApiResponse {
    int status = 0;
    bool isNotModified = false; ///< 304; then there is no body.
    QByteArray body;
    QByteArray etag;
    QByteArray next; ///< The URL of the next page; empty for the last one.
    bool saysScopes = false; ///< Fine-grained tokens and those of apps have no scopes.
    QStringList scopes;
    RateLimit rate;
};

} // namespace miaobu
