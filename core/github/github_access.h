#pragma once

#include "core/github/account_tokens.h"
#include "core/github/github_client.h"
#include "core/github/oauth_app.h"
#include "core/model/github_account.h"
#include "core/store/database.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace miaobu {

struct GitHubAccessParts {
    const Database& database;
    SessionSecrets& secrets;
    const Clock& clock;
    std::shared_ptr<HttpClient> http;
    QString lockFile; ///< In a folder that exists
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
};

/// The accounts at GitHub, and clients that call it with their tokens. A token leaves this only towards its own host.
/// Belongs to the main thread, outlives every client.
class GitHubAccess final : public QObject {
    Q_OBJECT

public:
    /// Everything in \a parts outlives this.
    explicit GitHubAccess(GitHubAccessParts parts);
    ~GitHubAccess() override;

    /// Those that signed in, the current one first; and one without an id for GH_TOKEN or GITHUB_TOKEN, where nobody signed in to github.com.
    [[nodiscard]] QList<GitHubAccount> accounts() const;
    /// The one that is used where nobody says which.
    [[nodiscard]] std::optional<GitHubAccount> current() const;
    /// The one whose host a repository's \a url leads to: the current one before others, one that can be used before one that has to sign in again.
    [[nodiscard]] std::optional<GitHubAccount> accountFor(const QString& url) const;
    [[nodiscard]] std::optional<GitHubAccount> accountAt(const QString& host) const;

    /// A client with the token of \a account; the same one for as long as the token is the same, so that its limits are known.
    /// \throws Error(TokenMissing), Error(SignInNeeded), and what SecretStore throws
    QCoro::Task<std::shared_ptr<GitHubClient>> open(GitHubAccount account, std::stop_token stop);
    /// A client for \a host with the token of accountAt(host), or without a token where there is no account.
    QCoro::Task<std::shared_ptr<GitHubClient>> openHost(QString host, std::stop_token stop);
    /// The token to fetch \a url with; nothing where no account is at that host, or it has to sign in again. It may go to that host and to nobody else.
    /// \throws as open()
    QCoro::Task<std::optional<QByteArray>> tokenFor(QString url, std::stop_token stop);

    [[nodiscard]] GitHubHost host(const QString& name) const;
    [[nodiscard]] AccountTokens& tokens() { return m_tokens; }

    void makeCurrent(GitHubAccountId account);
    /// GitHub took the token, or refused it; accountsChanged() follows where that is new.
    void setNeedsSignIn(GitHubAccountId account, bool needsSignIn);
    /// The table of accounts was written to.
    void announce() { emit accountsChanged(); }

signals:
    void accountsChanged();

private:
    struct Opened {
        QByteArray token;
        std::shared_ptr<GitHubClient> client;
    };

    QCoro::Task<QByteArray> secretOf(GitHubAccount account, std::stop_token stop);
    [[nodiscard]] std::shared_ptr<GitHubClient> clientFor(const GitHubAccount& account, const QByteArray& token);

    GitHubAccessParts m_parts;
    AccountTokens m_tokens;
    QHash<GitHubAccountId, Opened> m_opened;
    QHash<QString, std::shared_ptr<GitHubClient>> m_anonymous;
};

} // namespace miaobu
