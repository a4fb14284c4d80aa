#pragma once

#include "core/store/database.h"

#include <QByteArray>
#include <QString>

namespace miaobu {

/// This program as GitHub knows it: an OAuth app, or a GitHub App, that is registered at one host.
struct OAuthApp {
    QString clientId; ///< Public. Empty: nobody registered one.
    QByteArray
        clientSecret; ///< Only where the browser flow is wanted; see docs of GitHub: native programs cannot keep one.

    bool operator==(const OAuthApp&) const = default;
};

/// The client id for \a host: the person's own, else, for github.com, the one this program was built with (MIAOBU_GITHUB_CLIENT_ID).
[[nodiscard]] QString gitHubClientId(const Database& database, const QString& host);
/// Stores the person's own client id for \a host; an empty one is forgotten. \throws Error(InvalidInput) for what is no client id
void setGitHubClientId(const Database& database, const QString& host, const QString& clientId);

/// The key under which SecretStore has the client secret for \a host, where a person entered one.
[[nodiscard]] QString clientSecretKey(const QString& host);

} // namespace miaobu
