#include "core/git/local_repository.h"

#include "core/git/commit_lookup.h"
#include "core/git/git_error.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QStringList branchNames(git_repository* repository) {
    GitBranches branches;
    checkGit(gitInto(branches, &git_branch_iterator_new, repository, GIT_BRANCH_LOCAL), {});
    QStringList names;
    git_reference* raw = nullptr;
    git_branch_t type = GIT_BRANCH_LOCAL;
    while (git_branch_next(&raw, &type, branches.get()) == 0) {
        const GitReference branch(raw);
        names.append(QString::fromUtf8(git_reference_shorthand(branch.get())));
    }
    return names;
}

QString headBranch(git_repository* repository) {
    GitReference head;
    if (gitInto(head, &git_repository_head, repository) < 0 || git_reference_is_branch(head.get()) == 0) {
        return {};
    }
    return QString::fromUtf8(git_reference_shorthand(head.get()));
}

GitCommit commitOf(git_repository* repository, const QString& reference) {
    git_oid id{};
    if (git_reference_name_to_id(&id, repository, reference.toUtf8().constData()) < 0) {
        return nullptr;
    }
    return findCommit(repository, id);
}

} // namespace

GitRepository openLocalRepository(const QString& path) {
    GitRepository repository;
    const int code = gitInto(repository, &git_repository_open_ext, QFile::encodeName(path).constData(),
        static_cast<unsigned>(GIT_REPOSITORY_OPEN_NO_SEARCH), static_cast<const char*>(nullptr));
    if (code == GIT_ENOTFOUND) {
        throw Error(ErrorKind::RepositoryNotFound, path);
    }
    checkGit(code, path);
    return repository;
}

QList<BranchHead> localHeads(git_repository* repository) {
    QList<BranchHead> heads;
    for (const QString& name : branchNames(repository)) {
        if (const GitCommit commit = commitOf(repository, u"refs/heads/"_s + name)) {
            heads.append({name, hexOf(*git_commit_id(commit.get()))});
        }
    }
    return heads;
}

FoundCommit findLocalCommit(git_repository* repository, const GitJob& job) {
    const QStringList names = branchNames(repository);
    const QString head = headBranch(repository);
    const QString branch = job.branch.isEmpty() ? head : job.branch;
    if (!job.branch.isEmpty() && !names.contains(job.branch)) {
        Error error(names.isEmpty() ? ErrorKind::RepositoryEmpty : ErrorKind::BranchNotFound, job.branch);
        error.alternatives = names;
        throw error;
    }
    GitCommit commit = !job.commit.isEmpty() ? findCommit(repository, job.commit)
        : job.branch.isEmpty()               ? commitOf(repository, u"HEAD"_s)
                                             : commitOf(repository, u"refs/heads/"_s + job.branch);
    if (commit) {
        return {std::move(commit), branch};
    }
    if (!job.commit.isEmpty()) {
        throw Error(ErrorKind::CommitNotFound, job.commit);
    }
    Error error(names.isEmpty() ? ErrorKind::RepositoryEmpty : ErrorKind::BranchNotFound, job.location);
    error.alternatives = names;
    throw error;
}

} // namespace miaobu
