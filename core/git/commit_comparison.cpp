#include "core/git/commit_comparison.h"

#include "core/git/commit_lookup.h"
#include "core/git/git_error.h"
#include "core/git/git_location.h"
#include "core/git/local_repository.h"
#include "core/git/mirror.h"

namespace miaobu {

namespace {

using GitDifference = detail::CHandle<git_diff, &git_diff_free>;

constexpr qsizetype mostFiles = 10'000;

using Order = CommitComparison::Order;

Order orderOf(git_repository* repository, git_commit* base, git_commit* commit) {
    if (git_repository_is_shallow(repository) == 0) {
        const git_oid* from = git_commit_id(base);
        const git_oid* to = git_commit_id(commit);
        if (git_graph_descendant_of(repository, to, from) == 1) {
            return Order::Newer;
        }
        if (git_graph_descendant_of(repository, from, to) == 1) {
            return Order::Older;
        }
    }
    return git_commit_time(commit) < git_commit_time(base) ? Order::Older
        : git_repository_is_shallow(repository) == 0       ? Order::Aside
                                                           : Order::Newer;
}

void listFiles(git_repository* repository, git_commit* base, git_commit* commit, CommitComparison& comparison) {
    GitTree from;
    GitTree to;
    checkGit(gitInto(from, &git_commit_tree, base), {});
    checkGit(gitInto(to, &git_commit_tree, commit), {});
    GitDifference difference;
    checkGit(gitInto(difference, &git_diff_tree_to_tree, repository, from.get(), to.get(),
                 static_cast<const git_diff_options*>(nullptr)),
        {});
    const auto count = static_cast<qsizetype>(git_diff_num_deltas(difference.get()));
    comparison.isComplete = count <= mostFiles;
    for (qsizetype i = 0; i < std::min(count, mostFiles); ++i) {
        const git_diff_delta* delta = git_diff_get_delta(difference.get(), static_cast<std::size_t>(i));
        const bool isGone = delta->status == GIT_DELTA_DELETED;
        comparison.files.append(QString::fromUtf8(isGone ? delta->old_file.path : delta->new_file.path));
    }
}

CommitComparison compareIn(git_repository* repository, git_commit* commit, const QString& baseName) {
    CommitComparison comparison;
    comparison.message = QString::fromUtf8(git_commit_message(commit));
    comparison.author = QString::fromUtf8(git_commit_author(commit)->name);
    const GitCommit base = findCommit(repository, baseName);
    if (base) {
        comparison.order = orderOf(repository, base.get(), commit);
        listFiles(repository, base.get(), commit, comparison);
    }
    return comparison;
}

} // namespace

BranchHead findHead(const GitJob& job, const ProgressHandler& progress) {
    const GitLocation location = readGitLocation(job.location);
    GitJob exact = job;
    if (location.isLocal) {
        const GitRepository repository = openLocalRepository(location.path);
        exact.location = location.path;
        exact.commit.clear();
        const FoundCommit found = findLocalCommit(repository.get(), exact);
        return {found.branch, hexOf(*git_commit_id(found.commit.get()))};
    }
    exact.location = location.url;
    Mirror mirror(mirrorPath(job.mirrorFolder, location.url), [&progress] { progress(0, 0); });
    return mirror.findHead(exact, progress);
}

QList<BranchHead> listHeads(const GitJob& job, const ProgressHandler& progress) {
    const GitLocation location = readGitLocation(job.location);
    if (location.isLocal) {
        const GitRepository repository = openLocalRepository(location.path);
        return localHeads(repository.get());
    }
    GitJob exact = job;
    exact.location = location.url;
    Mirror mirror(mirrorPath(job.mirrorFolder, location.url), [&progress] { progress(0, 0); });
    return mirror.listHeads(exact, progress);
}

CommitComparison compareCommits(const GitJob& job, const ProgressHandler& progress) {
    const GitLocation location = readGitLocation(job.location);
    GitJob exact = job;
    if (location.isLocal) {
        const GitRepository repository = openLocalRepository(location.path);
        exact.location = location.path;
        return compareIn(repository.get(), findLocalCommit(repository.get(), exact).commit.get(), job.base);
    }
    exact.location = location.url;
    Mirror mirror(mirrorPath(job.mirrorFolder, location.url), [&progress] { progress(0, 0); });
    const FoundCommit found = mirror.find(exact, progress);
    return compareIn(mirror.repository(), found.commit.get(), job.base);
}

} // namespace miaobu
