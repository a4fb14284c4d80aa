#pragma once

#include "core/github/github_access.h"
#include "core/github/repository_calls.h"
#include "core/watch/push_source.h"

#include <QHash>

namespace miaobu {

/// Asks GitHub's API where an account is at the repository's host, which costs next to nothing while nothing is pushed; and the other source for
/// everything else: without an account GitHub answers 60 calls an hour, Git as many as it likes.
class GitHubPushSource final : public PushSource {
public:
    /// All of them outlive this.
    GitHubPushSource(const Database& database, GitHubAccess& access, PushSource& others);

    QCoro::Task<std::optional<PushHead>> head(Project project, QString known, std::stop_token stop) override;
    QCoro::Task<BranchList> branches(Project project, std::stop_token stop) override;
    QCoro::Task<PushComparison> compare(Project project, QString base, PushHead head, std::stop_token stop) override;

private:
    QCoro::Task<QString> branchOf(
        Project project, std::shared_ptr<GitHubClient> client, QString fullName, std::stop_token stop);

    const Database& m_database;
    GitHubAccess& m_access;
    PushSource& m_others;
    QHash<ProjectId, GitHubBranchList> m_branches; ///< As they were at the last look
    QHash<ProjectId, QString> m_defaultBranches; ///< As they were at the first look
};

} // namespace miaobu
