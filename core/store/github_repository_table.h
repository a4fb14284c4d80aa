#pragma once

#include "core/model/github_account.h"
#include "core/model/github_repository.h"
#include "core/store/database.h"

#include <QList>

#include <optional>

namespace miaobu {

/// When an account's repositories were last listed.
struct RepositoryListing {
    QByteArray etag; ///< Of the first page
    QDateTime readAt; ///< UTC; invalid where they never were.
};

/// The lists of repositories of the accounts, as they were last read. A cheap view over the database.
class GitHubRepositoryTable {
public:
    explicit GitHubRepositoryTable(const Database& database) : m_database(database) { }

    /// In GitHub's order: the one that was pushed to last comes first.
    [[nodiscard]] QList<GitHubRepository> ofAccount(GitHubAccountId account) const;
    [[nodiscard]] RepositoryListing listing(GitHubAccountId account) const;
    /// Stores a whole list in the place of the one before.
    void replace(
        GitHubAccountId account, const QList<GitHubRepository>& repositories, const RepositoryListing& listing) const;
    /// The list was looked at and is still the same.
    void touch(GitHubAccountId account, const QDateTime& readAt) const;

private:
    const Database& m_database;
};

} // namespace miaobu
