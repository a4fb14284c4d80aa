#pragma once

#include "app/screens/github/github_state.h"
#include "app/screens/new_project/repositories_state.h"

namespace miaobu::app::sample {

// The page of the accounts
[[nodiscard]] GitHubState signedOut();
[[nodiscard]] GitHubState signedOutWithoutApp(); ///< Nobody registered the program.
[[nodiscard]] GitHubState askingGitHub();
[[nodiscard]] GitHubState enteringCode();
[[nodiscard]] GitHubState waitingForBrowser();
[[nodiscard]] GitHubState codeRanOut();
[[nodiscard]] GitHubState noKeychainForToken();
[[nodiscard]] GitHubState severalAccounts(); ///< One of them has to sign in again.
[[nodiscard]] GitHubState revocationLeft();

// The list of repositories
[[nodiscard]] RepositoriesState repositories();
[[nodiscard]] RepositoriesState firstRepositories(); ///< On their way
[[nodiscard]] RepositoriesState limitedRepositories();
[[nodiscard]] RepositoriesState offlineRepositories();
[[nodiscard]] RepositoriesState noRepositories();

} // namespace miaobu::app::sample
