#pragma once

#include "core/git/git_handles.h"
#include "core/git/git_remote.h"

#include <QLockFile>

namespace miaobu {

/// A commit in an open repository, and the branch it was found by.
struct FoundCommit {
    GitCommit commit;
    QString branch;
};

/// The bare repository that keeps what was fetched from one server, locked while this lives. It is a cache: a damaged
/// one is thrown away.
class Mirror {
public:
    /// Waits for the lock and calls \a waiting every second until it has it. \throws Error
    Mirror(QString path, const std::function<void()>& waiting);

    /// Whether it was there before, so that damage may be its own and not the server's.
    [[nodiscard]] bool isReused() const { return m_isReused; }
    [[nodiscard]] git_repository* repository() const { return m_repository.get(); }

    /// Finds the asked commit, fetching as little as possible: nothing for a full hash that is here, the newest commit
    /// for the head of a branch, the whole history only for a commit that cannot be had otherwise.
    /// \throws Error(BranchNotFound), (CommitNotFound, with the branch and its head as what there is) and what GitServer throws.
    [[nodiscard]] FoundCommit find(const GitJob& job, const ProgressHandler& progress);

    /// Where the branch of \a job is; nothing is fetched. \throws as find()
    [[nodiscard]] BranchHead findHead(const GitJob& job, const ProgressHandler& progress);
    /// Where every branch is on the server; nothing is fetched. \throws what GitServer::connect() does
    [[nodiscard]] QList<BranchHead> listHeads(const GitJob& job, const ProgressHandler& progress);

    /// Throws everything away and begins with an empty mirror.
    void recreate();

private:
    void open();
    [[nodiscard]] bool hasWholeHistory() const;
    [[nodiscard]] GitCommit fetchHead(GitServer& server, const RemoteBranch& branch);
    [[nodiscard]] GitCommit fetchOlder(GitServer& server, const QString& commit, const RemoteBranch& branch);
    [[nodiscard]] QString keptDefaultBranch() const;

    QString m_path;
    QLockFile m_lock;
    GitRepository m_repository;
    bool m_isReused = false;
};

} // namespace miaobu
