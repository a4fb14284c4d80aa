#pragma once

#include "app/screens/common/shown_error.h"
#include "core/model/github_account.h"
#include "core/model/github_repository.h"

#include <QHash>

#include <optional>

namespace miaobu::app {

/// What the list of a GitHub account's repositories shows.
struct RepositoriesState {
    std::optional<GitHubAccount> account; ///< Nothing: nobody is signed in.
    QList<GitHubRepository> repositories; ///< All that are known.
    QHash<qint64, int> imported; ///< Projects by the repository's id
    bool isRefreshing = false;
    QString searched; ///< Words that GitHub was asked for, and found these:
    QList<GitHubRepository> found;
    bool isSearching = false;
    QDateTime knownSince; ///< UTC; of the list
    std::optional<ShownError> error; ///< Beside the list as it was: a limit, no network, a sign-in that has ended.
};

} // namespace miaobu::app
