#include "core/git/mirror.h"

#include "core/git/commit_lookup.h"
#include "core/git/git_error.h"
#include "core/git/git_location.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

// libgit2 never repacks: every fetch adds a pack, and finding an object asks each.
constexpr qsizetype mostPacks = 50;
constexpr qsizetype fullLength = 40;
constexpr QLatin1StringView branchPrefix("refs/heads/");

void removeUnfinishedPacks(const QString& path) {
    QDir packs(path + u"/objects/pack"_s);
    const QStringList unfinished = packs.entryList({u"pack_git2_*"_s}, QDir::Files);
    for (const QString& name : unfinished) {
        packs.remove(name);
    }
}

bool hasTooManyPacks(const QString& path) {
    return QDir(path + u"/objects/pack"_s).entryList({u"*.pack"_s}, QDir::Files).size() > mostPacks;
}

RemoteBranch chosenBranch(const GitServer& server, const QString& asked) {
    const QString name = asked.isEmpty() ? server.defaultBranch() : asked;
    QStringList names;
    for (const RemoteBranch& branch : server.branches()) {
        if (branch.name == name) {
            return branch;
        }
        names.append(branch.name);
    }
    Error error(ErrorKind::BranchNotFound, name);
    error.alternatives = names;
    throw error;
}

} // namespace

Mirror::Mirror(QString path, const std::function<void()>& waiting)
    : m_path(std::move(path)), m_lock(m_path + u".lock"_s) {
    constexpr int lockMilliseconds = 1000;
    if (!QDir().mkpath(QFileInfo(m_path).path())) {
        throw Error(ErrorKind::FileSystem, QFileInfo(m_path).path());
    }
    // A fetch may take any time; only the lock of a process that is gone is stale.
    m_lock.setStaleLockTime(0);
    while (!m_lock.tryLock(lockMilliseconds)) {
        if (m_lock.error() != QLockFile::LockFailedError) {
            throw Error(ErrorKind::PermissionDenied, m_path);
        }
        waiting();
    }
    m_isReused = QFileInfo::exists(m_path) && !hasTooManyPacks(m_path);
    if (m_isReused) {
        removeUnfinishedPacks(m_path);
        open();
    } else {
        recreate();
    }
}

void Mirror::open() {
    // A mirror that cannot be opened is as good as none.
    if (gitInto(m_repository, &git_repository_open_bare, QFile::encodeName(m_path).constData()) < 0) {
        recreate();
    }
}

void Mirror::recreate() {
    m_isReused = false;
    m_repository.reset();
    QDir(m_path).removeRecursively();
    constexpr unsigned isBare = 1;
    checkGit(gitInto(m_repository, &git_repository_init, QFile::encodeName(m_path).constData(), isBare), m_path);
}

bool Mirror::hasWholeHistory() const {
    return m_isReused && git_repository_is_shallow(repository()) == 0;
}

FoundCommit Mirror::find(const GitJob& job, const ProgressHandler& progress) {
    if (job.commit.size() == fullLength) {
        GitCommit kept = findCommit(repository(), job.commit);
        if (kept) {
            return {std::move(kept), job.branch.isEmpty() ? keptDefaultBranch() : job.branch};
        }
    }
    GitServer server(job.location, job.credential, progress);
    server.connect(repository());
    const RemoteBranch branch = chosenBranch(server, job.branch);
    if (job.branch.isEmpty()) {
        checkGit(git_repository_set_head(repository(), (branchPrefix + branch.name).toUtf8().constData()), m_path);
    }
    if (job.commit.isEmpty() || hexOf(branch.head).startsWith(job.commit.toLower())) {
        return {fetchHead(server, branch), branch.name};
    }
    return {fetchOlder(server, job.commit, branch), branch.name};
}

BranchHead Mirror::findHead(const GitJob& job, const ProgressHandler& progress) {
    GitServer server(job.location, job.credential, progress);
    server.connect(repository());
    const RemoteBranch branch = chosenBranch(server, job.branch);
    return {branch.name, hexOf(branch.head)};
}

QList<BranchHead> Mirror::listHeads(const GitJob& job, const ProgressHandler& progress) {
    GitServer server(job.location, job.credential, progress);
    server.connect(repository());
    QList<BranchHead> heads;
    for (const RemoteBranch& branch : server.branches()) {
        heads.append({branch.name, hexOf(branch.head)});
    }
    return heads;
}

GitCommit Mirror::fetchHead(GitServer& server, const RemoteBranch& branch) {
    GitCommit head = findCommit(repository(), branch.head);
    if (!head) {
        const QString reference = branchPrefix + branch.name;
        // What is missing at the end of a whole history is little; cutting it off would throw the rest away.
        const auto history = hasWholeHistory() ? GitServer::History::Whole : GitServer::History::Newest;
        server.fetch(repository(), u'+' + reference + u':' + reference, history);
        head = findCommit(repository(), branch.head);
    }
    if (!head) {
        // Pushed between asking and fetching: the branch has moved on, and nobody asked for the new head.
        throw Error(ErrorKind::CommitNotFound, hexOf(branch.head));
    }
    return head;
}

GitCommit Mirror::fetchOlder(GitServer& server, const QString& name, const RemoteBranch& branch) {
    GitCommit commit = findCommit(repository(), name);
    if (!commit && name.size() == fullLength) {
        try {
            server.fetch(repository(), u"+%1:refs/miaobu/%1"_s.arg(name.toLower()), GitServer::History::Newest);
        } catch (const Error& error) {
            // Many servers give a commit by its hash only when a branch points to it; the history has it then.
            if (error.kind == ErrorKind::AuthenticationRequired || error.kind == ErrorKind::DiskFull) {
                throw;
            }
        }
        commit = findCommit(repository(), name);
    }
    if (!commit) {
        server.fetch(repository(), u"+refs/heads/*:refs/heads/*"_s, GitServer::History::Whole);
        commit = findCommit(repository(), name);
    }
    if (!commit) {
        constexpr qsizetype shown = 7;
        Error error(ErrorKind::CommitNotFound, name);
        error.alternatives = {branch.name + u' ' + hexOf(branch.head).left(shown)};
        throw error;
    }
    return commit;
}

QString Mirror::keptDefaultBranch() const {
    GitReference head;
    if (gitInto(head, &git_reference_lookup, repository(), "HEAD") < 0 || !git_reference_symbolic_target(head.get())) {
        return {};
    }
    return QString::fromUtf8(git_reference_symbolic_target(head.get())).mid(branchPrefix.size());
}

} // namespace miaobu
