#include "core/watch/github_push_source.h"

#include "core/github/commit_calls.h"
#include "core/github/project_place.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

CommitRelation relationOf(const QString& status) {
    return status == u"ahead"_s                             ? CommitRelation::Newer
        : status == u"behind"_s || status == u"identical"_s ? CommitRelation::Older
        : status == u"diverged"_s                           ? CommitRelation::Aside
                                                            : CommitRelation::Unknown;
}

} // namespace

GitHubPushSource::GitHubPushSource(const Database& database, GitHubAccess& access, PushSource& others)
    : m_database(database), m_access(access), m_others(others) { }

QCoro::Task<QString> GitHubPushSource::branchOf(
    Project project, std::shared_ptr<GitHubClient> client, QString fullName, std::stop_token stop) {
    if (!project.source.branch.isEmpty()) {
        co_return project.source.branch;
    }
    QString branch = m_defaultBranches.value(project.id);
    if (branch.isEmpty()) {
        const GitHubRepository repository = co_await findRepository(client, fullName, stop);
        branch = repository.defaultBranch;
        m_defaultBranches.insert(project.id, branch);
    }
    co_return branch;
}

QCoro::Task<std::optional<PushHead>> GitHubPushSource::head(Project project, QString known, std::stop_token stop) {
    const std::optional<GitHubPlace> place = gitHubPlaceOf(project, m_database, m_access);
    if (!place) {
        co_return co_await m_others.head(project, known, stop);
    }
    const std::shared_ptr<GitHubClient> client = co_await m_access.open(place->account, stop);
    const QString branch = co_await branchOf(project, client, place->fullName, stop);
    std::optional<QString> commit;
    try {
        commit = co_await findHead(client, place->fullName, branch, known, stop);
    } catch (const Error& error) {
        // The default branch may be another one by now.
        if (error.kind == ErrorKind::BranchNotFound) {
            m_defaultBranches.remove(project.id);
        }
        throw;
    }
    if (!commit) {
        co_return std::nullopt;
    }
    const PushHead head{*commit, branch};
    co_return std::optional(head);
}

QCoro::Task<BranchList> GitHubPushSource::branches(Project project, std::stop_token stop) {
    const std::optional<GitHubPlace> place = gitHubPlaceOf(project, m_database, m_access);
    if (!place) {
        co_return co_await m_others.branches(project, stop);
    }
    const std::shared_ptr<GitHubClient> client = co_await m_access.open(place->account, stop);
    const GitHubBranchList known = m_branches.value(project.id);
    const GitHubBranchList found = co_await listBranches(client, place->fullName, known, stop);
    m_branches.insert(project.id, found);
    BranchList list;
    list.isComplete = found.isComplete;
    for (const GitHubBranchList::Page& page : found.pages) {
        for (const GitHubBranch& branch : page.branches) {
            list.heads.append({branch.commit, branch.name});
        }
    }
    co_return list;
}

QCoro::Task<PushComparison> GitHubPushSource::compare(
    Project project, QString base, PushHead head, std::stop_token stop) {
    const std::optional<GitHubPlace> place = gitHubPlaceOf(project, m_database, m_access);
    if (!place) {
        co_return co_await m_others.compare(project, base, head, stop);
    }
    const std::shared_ptr<GitHubClient> client = co_await m_access.open(place->account, stop);
    const GitHubCommit commit = co_await findCommit(client, place->fullName, head.commit, stop);
    const GitHubComparison found = co_await compareCommits(client, place->fullName, base, head.commit, stop);
    const PushComparison comparison{
        relationOf(found.status), commit.message, commit.author, found.files, found.isComplete};
    co_return comparison;
}

} // namespace miaobu
