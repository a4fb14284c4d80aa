#pragma once

#include "core/model/github_account.h"
#include "core/store/database.h"

#include <QList>

#include <optional>

namespace miaobu {

/// The accounts at GitHub. A cheap view over the database: make one wherever it is needed.
class GitHubAccountTable {
public:
    explicit GitHubAccountTable(const Database& database) : m_database(database) { }

    /// The current one first, then by host and name.
    [[nodiscard]] QList<GitHubAccount> all() const;
    [[nodiscard]] std::optional<GitHubAccount> find(GitHubAccountId id) const;
    [[nodiscard]] std::optional<GitHubAccount> findUser(const QString& host, qint64 userId) const;
    /// Stores \a account in the place of the one of the same user at the same host, and gives it with its id. The first one becomes the current one.
    [[nodiscard]] GitHubAccount put(const GitHubAccount& account) const;
    void setCurrent(GitHubAccountId id) const;
    void setNeedsSignIn(GitHubAccountId id, bool needsSignIn) const;
    /// With the list of its repositories. Another one becomes the current one.
    void remove(GitHubAccountId id) const;

private:
    const Database& m_database;
};

} // namespace miaobu
