#pragma once

#include "core/deploy/source_inspector.h"
#include "core/git/any_source_checkout.h"

#include <QString>

#include <memory>

namespace miaobu {
class Clock;
class Database;
class GitHubAccess;
class HttpClient;
class LoginShell;
class RepositoryService;
class SessionSecrets;
class SignInService;
} // namespace miaobu

namespace miaobu::app {

/// What the program does with GitHub, for those who use it. A handful of references: pass it by value.
struct GitHubServices {
    GitHubAccess& access;
    SignInService& signIn;
    RepositoryService& repositories;
};

/// Builds and holds what the program does with GitHub.
class GitHubParts {
public:
    /// All of them outlive this. \a lockFile is in a folder that exists.
    GitHubParts(const Database& database, SessionSecrets& secrets, const Clock& clock, LoginShell& shell,
        std::shared_ptr<HttpClient> client, QString lockFile);
    ~GitHubParts();

    [[nodiscard]] GitHubServices services() const;
    /// Gives the token of the account at a repository's own host, and of no other.
    [[nodiscard]] CredentialProvider credentials() const;
    /// Looks into repositories of the hosts that are known, where their API tells enough.
    [[nodiscard]] RemoteInspector inspector() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace miaobu::app
