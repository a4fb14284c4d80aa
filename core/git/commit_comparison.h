#pragma once

#include "core/git/git_job.h"
#include "core/git/source_checkout.h"

namespace miaobu {

/// Where the branch of \a job is, on its server or in its folder. In the worker.
/// \throws what GitServer::connect() does, Error(BranchNotFound)
[[nodiscard]] BranchHead findHead(const GitJob& job, const ProgressHandler& progress);

/// Where every branch is. \throws what GitServer::connect() does
[[nodiscard]] QList<BranchHead> listHeads(const GitJob& job, const ProgressHandler& progress);

/// What the job's commit changed since its base. What was fetched may be no more than the two commits: without their
/// history the dates say which one is older. A base that is gone leaves the order unknown and the list incomplete.
/// \throws as findHead(), Error(CommitNotFound) for the commit itself
[[nodiscard]] CommitComparison compareCommits(const GitJob& job, const ProgressHandler& progress);

} // namespace miaobu
