#pragma once

#include "core/git/git_job.h"
#include "core/git/source_checkout.h"

namespace miaobu {

/// Has a GitJob done by the Git worker: the program \a program, started with --git-worker, in a process group of its
/// own. Gone within 3 s when \a stop is requested; given up when it says nothing for 60 s. On failure nothing is left
/// at the destination.
/// \throws the worker's Error, Error(Cancelled), Error(Timeout)
QCoro::Task<Checkout> runGitJob(
    QString program, GitJob job, LogSink& log, ProgressHandler progress, std::stop_token stop);

/// The same for GitTask::FindHead. A folder's repository is asked where it is. \throws as runGitJob()
QCoro::Task<BranchHead> findBranchHead(QString program, GitJob job, std::stop_token stop);

/// The same for GitTask::ListBranches. \throws as runGitJob()
QCoro::Task<QList<BranchHead>> listBranchHeads(QString program, GitJob job, std::stop_token stop);

/// The same for GitTask::Compare. What is missing is fetched into the mirror, as for a checkout. \throws as runGitJob()
QCoro::Task<CommitComparison> compareWithBase(QString program, GitJob job, std::stop_token stop);

} // namespace miaobu
