#pragma once

#include "core/github/github_client.h"
#include "core/model/build_plan.h"
#include "core/model/github_repository.h"
#include "core/model/source.h"

#include <optional>

namespace miaobu {

struct RemoteLookRequest {
    QString fullName;
    QString branch; ///< Empty: the default branch.
    QString rootDirectory;
};

/// What was found in a commit without fetching it.
struct RemoteLook {
    GitHubRepository repository; ///< Under its present name.
    Revision revision;
    /// Nothing where it cannot be known for sure this way: the list of files is not whole, or too much would have to be read. Then a clone tells.
    std::optional<BuildPlan> plan;
};

/// Finds out how the head of a branch would be built, reading the list of its files and those that matter.
/// \throws what findRepository() and detect() throw, Error(BranchNotFound, with those that exist), Error(RepositoryEmpty)
QCoro::Task<RemoteLook> lookRemotely(
    std::shared_ptr<GitHubClient> client, RemoteLookRequest request, std::stop_token stop);

} // namespace miaobu
