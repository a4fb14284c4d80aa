#pragma once

#include "core/github/github_client.h"
#include "core/github/json_reading.h"
#include "core/model/github_repository.h"

#include <QList>

#include <functional>
#include <optional>

namespace miaobu {

// What GitHub says of repositories. \a fullName is "owner/name".
// All throw Error(RepositoryNotFound, fullName) for one that is not there or not shown to this account, and what GitHubClient::send() throws.

/// \throws Error(InvalidInput) for what is no "owner/name"
[[nodiscard]] QByteArray repositoryPath(const QString& fullName);

/// \throws Error(MalformedResponse)
[[nodiscard]] GitHubRepository repositoryFromJson(const Members& members);

/// Under its present name, whatever it was called when \a fullName was written down.
QCoro::Task<GitHubRepository> findRepository(
    std::shared_ptr<GitHubClient> client, QString fullName, std::stop_token stop);
QCoro::Task<GitHubRepository> findRepository(std::shared_ptr<GitHubClient> client, qint64 id, std::stop_token stop);

/// By name; of a repository with more than 5,000 the first ones.
QCoro::Task<QList<GitHubBranch>> listBranches(
    std::shared_ptr<GitHubClient> client, QString fullName, std::stop_token stop);

/// The branches of a repository, page by page as GitHub gave them.
struct GitHubBranchList {
    struct Page {
        QByteArray etag;
        QByteArray next; ///< Where the page after it is; empty: there is none
        QList<GitHubBranch> branches;
    };
    QList<Page> pages;
    bool isComplete = false; ///< Whether these are all.
};

/// What became of \a known, an earlier list of the same repository, or of none. What is still as it was costs nothing of the rate limit.
QCoro::Task<GitHubBranchList> listBranches(
    std::shared_ptr<GitHubClient> client, QString fullName, GitHubBranchList known, std::stop_token stop);

/// The newest commit of \a branch; nothing where that is still \a known, which costs nothing of the rate limit.
/// \throws Error(BranchNotFound, branch), Error(RepositoryEmpty)
QCoro::Task<std::optional<QString>> findHead(
    std::shared_ptr<GitHubClient> client, QString fullName, QString branch, QString known, std::stop_token stop);

struct RepositoryPages {
    std::function<void(const QList<GitHubRepository>&)> onPage; ///< Called for each page as it comes.
    QByteArray etag; ///< Of the first page as it was read before; empty: never.
};

/// What became of a list.
struct ListedRepositories {
    bool isUnchanged = false; ///< The first page is what it was, and nothing more was read.
    QByteArray etag;
};

/// All repositories the account can see, the one pushed to last first.
QCoro::Task<ListedRepositories> listRepositories(
    std::shared_ptr<GitHubClient> client, RepositoryPages pages, std::stop_token stop);

/// At most 50 repositories of \a owners (people and organisations; of more than 20 the first ones) that have \a words in their name or
/// description. \throws Error(InvalidInput) without words or owners
QCoro::Task<QList<GitHubRepository>> searchRepositories(
    std::shared_ptr<GitHubClient> client, QString words, QStringList owners, std::stop_token stop);

} // namespace miaobu
