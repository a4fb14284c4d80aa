#include "core/watch/git_push_source.h"

#include "core/git/git_checkout.h"
#include "core/git/git_location.h"

#include <utility>

namespace miaobu {

namespace {

CommitRelation relationOf(CommitComparison::Order order) {
    switch (order) {
    case CommitComparison::Order::Newer:
        return CommitRelation::Newer;
    case CommitComparison::Order::Older:
        return CommitRelation::Older;
    case CommitComparison::Order::Aside:
        return CommitRelation::Aside;
    case CommitComparison::Order::Unknown:
        break;
    }
    return CommitRelation::Unknown;
}

} // namespace

GitPushSource::GitPushSource(QString mirrorFolder, QString program, CredentialProvider credentials)
    : m_mirrorFolder(std::move(mirrorFolder)), m_program(std::move(program)), m_credentials(std::move(credentials)) { }

QCoro::Task<GitJob> GitPushSource::jobFor(Project project) const {
    const GitLocation location = readGitLocation(project.source.location);
    GitJob job;
    job.location = project.source.location;
    job.branch = project.source.branch;
    job.mirrorFolder = m_mirrorFolder;
    if (!location.isLocal && m_credentials) {
        const std::optional<GitCredential> credential = co_await m_credentials(location.url);
        job.credential = credential.value_or(GitCredential());
        job.credential.origin = serverOf(location.url);
    }
    co_return job;
}

QCoro::Task<std::optional<PushHead>> GitPushSource::head(Project project, QString known, std::stop_token stop) {
    const GitJob job = co_await jobFor(project);
    const BranchHead found = co_await findBranchHead(m_program, job, stop);
    if (found.commit == known) {
        co_return std::nullopt;
    }
    const PushHead head{found.commit, found.branch};
    co_return std::optional(head);
}

QCoro::Task<BranchList> GitPushSource::branches(Project project, std::stop_token stop) {
    const GitJob job = co_await jobFor(project);
    const QList<BranchHead> found = co_await listBranchHeads(m_program, job, stop);
    BranchList list;
    list.isComplete = true;
    for (const BranchHead& head : found) {
        list.heads.append({head.commit, head.branch});
    }
    co_return list;
}

QCoro::Task<PushComparison> GitPushSource::compare(Project project, QString base, PushHead head, std::stop_token stop) {
    GitJob job = co_await jobFor(project);
    job.branch = head.branch;
    job.commit = head.commit;
    job.base = base;
    const CommitComparison found = co_await compareWithBase(m_program, job, stop);
    const PushComparison comparison{
        relationOf(found.order), found.message, found.author, found.files, found.isComplete};
    co_return comparison;
}

} // namespace miaobu
