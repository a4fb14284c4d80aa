#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace miaobu {

using GitHubAccountId = qint64;

/// How somebody signed in.
enum class SignInWay {
    DeviceCode,
    Token, ///< Pasted
    GhProgram, ///< The token of GitHub's own command line
    Browser,
    Environment, ///< GITHUB_TOKEN or GH_TOKEN; such an account is not stored.
};

/// Somebody's account at a GitHub. Its token is elsewhere; see core/github/account_tokens.h.
struct GitHubAccount {
    GitHubAccountId id = 0; ///< Ours; 0 for the one of the environment.
    QString host; ///< GitHubHost::name
    qint64 userId = 0; ///< GitHub's, which never changes.
    QString login; ///< Which can.
    QString name; ///< Empty where none was given.
    QString email; ///< The primary one that is verified; empty where the token may not see it.
    bool knowsScopes = false; ///< Fine-grained tokens and those of apps do not say what they may do.
    QStringList scopes;
    SignInWay way = SignInWay::Token;
    bool needsSignIn = false; ///< GitHub refused the token.
    bool isCurrent = false; ///< The one that is used where nobody says which.
    QDateTime signedInAt; ///< UTC

    bool operator==(const GitHubAccount&) const = default;
};

/// The name of \a way as it is stored and printed for machines.
[[nodiscard]] QString signInWayName(SignInWay way);
/// Token for a name this program does not know.
[[nodiscard]] SignInWay signInWayFromName(const QString& name);

/// Whether the token of \a account may do what \a scope allows; yes where it does not say.
[[nodiscard]] bool mayUse(const GitHubAccount& account, QLatin1StringView scope);

} // namespace miaobu
