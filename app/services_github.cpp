#include "app/services_github.h"

#include "core/async/sleep.h"
#include "core/git/git_location.h"
#include "core/github/github_access.h"
#include "core/github/remote_look.h"
#include "core/github/repository_service.h"
#include "core/github/sign_in_service.h"

#include <utility>

namespace miaobu::app {

namespace {

/// An account that cannot be used now is as none: most repositories can be read without one, and the others say that they cannot.
bool leavesAnonymous(const Error& error) {
    return error.kind == ErrorKind::TokenMissing || error.kind == ErrorKind::KeychainMissing
        || error.kind == ErrorKind::SignInNeeded;
}

QCoro::Task<std::optional<GitCredential>> credentialFor(GitHubAccess* access, QString url) {
    std::optional<QByteArray> token;
    try {
        token = co_await access->tokenFor(url, {});
    } catch (const Error& error) {
        if (!leavesAnonymous(error)) {
            throw;
        }
    }
    if (!token) {
        co_return std::nullopt;
    }
    GitCredential credential;
    credential.secret = QString::fromUtf8(*token);
    credential.origin = serverOf(url);
    co_return std::optional(credential);
}

/// What says nothing of the repository: GitHub could not be asked now, or not by this account. A clone may still tell.
bool saysNothing(const Error& error) {
    switch (error.kind) {
    case ErrorKind::RepositoryNotFound:
    case ErrorKind::RepositoryEmpty:
    case ErrorKind::TokenNotPermitted:
    case ErrorKind::BranchNotFound:
    case ErrorKind::RootDirectoryMissing:
    case ErrorKind::RootDirectoryOutside:
    case ErrorKind::PackageJsonBroken:
    case ErrorKind::PackageJsonMissing:
    case ErrorKind::ConfigurationBroken:
    case ErrorKind::NothingToDeploy:
    case ErrorKind::KindNotSupported:
    case ErrorKind::Cancelled:
        return false;
    default:
        return true;
    }
}

QCoro::Task<RemoteInspection> inspectAt(
    GitHubAccess* access, GitHubAccount account, QString fullName, Source source, QString root, std::stop_token stop) {
    const std::shared_ptr<GitHubClient> client = co_await access->open(account, stop);
    const RemoteLookRequest request{fullName, source.branch, root};
    const RemoteLook look = co_await lookRemotely(client, request, stop);
    RemoteInspection inspection;
    inspection.source = {SourceKind::Git, client->host().cloneUrl(look.repository.fullName()), source.branch};
    inspection.revision = look.revision;
    inspection.plan = look.plan;
    inspection.repository = {0, account.host, look.repository.id, look.repository.fullName()};
    co_return inspection;
}

QCoro::Task<std::optional<RemoteInspection>> inspectRemotely(
    GitHubAccess* access, Source source, QString root, std::stop_token stop) {
    const std::optional<GitHubAccount> account = access->accountFor(source.location);
    const QString fullName = account ? fullNameIn(source.location, access->host(account->host)) : QString();
    if (fullName.isEmpty()) {
        co_return std::nullopt;
    }
    try {
        const RemoteInspection inspection = co_await inspectAt(access, *account, fullName, source, root, stop);
        co_return std::optional(inspection);
    } catch (const Error& error) {
        if (!saysNothing(error)) {
            throw;
        }
    }
    co_return std::nullopt;
}

} // namespace

struct GitHubParts::Parts {
    Parts(const Database& database, SessionSecrets& secrets, const Clock& clock, LoginShell& shell,
        const std::shared_ptr<HttpClient>& client, QString lockFile)
        : access({.database = database,
              .secrets = secrets,
              .clock = clock,
              .http = client,
              .lockFile = std::move(lockFile)}),
          signIn({.database = database,
              .access = access,
              .secrets = secrets,
              .clock = clock,
              .shell = shell,
              .http = client,
              .pause = sleepFor}),
          repositories(database, access, clock) { }

    GitHubAccess access;
    SignInService signIn;
    RepositoryService repositories;
};

GitHubParts::GitHubParts(const Database& database, SessionSecrets& secrets, const Clock& clock, LoginShell& shell,
    std::shared_ptr<HttpClient> client, QString lockFile)
    : m_parts(std::make_unique<Parts>(database, secrets, clock, shell, client, std::move(lockFile))) { }

GitHubParts::~GitHubParts() = default;

GitHubServices GitHubParts::services() const {
    return {m_parts->access, m_parts->signIn, m_parts->repositories};
}

CredentialProvider GitHubParts::credentials() const {
    return [access = &m_parts->access](const QString& url) { return credentialFor(access, url); };
}

RemoteInspector GitHubParts::inspector() const {
    return [access = &m_parts->access](const Source& source, const QString& root, std::stop_token stop) {
        return inspectRemotely(access, source, root, stop);
    };
}

} // namespace miaobu::app
