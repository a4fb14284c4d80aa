#include "core/git/git_delivery.h"

#include "core/git/commit_lookup.h"
#include "core/git/git_location.h"
#include "core/git/git_settings_text.h"
#include "core/git/large_file_server.h"
#include "core/git/local_repository.h"
#include "core/git/materialise.h"
#include "core/git/mirror.h"
#include "core/git/submodules.h"
#include "core/git/tree_checks.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr int deepestSubmodule = 5;
constexpr qsizetype mostSubmodules = 100;

/// The address that a repository of this computer was cloned from; empty where there is none by http.
QString originUrl(git_repository* repository) {
    GitRemote remote;
    if (gitInto(remote, &git_remote_lookup, repository, "origin") < 0) {
        return {};
    }
    try {
        return readGitLocation(QString::fromUtf8(git_remote_url(remote.get()))).url;
    } catch (const Error&) {
        return {};
    }
}

QString configuredLargeFiles(git_repository* repository, git_commit* commit) {
    constexpr qsizetype most = 1 << 16;
    const QList<GitSetting> settings = readGitSettings(fileOf(repository, commit, u".lfsconfig"_s, most));
    for (const GitSetting& setting : settings) {
        if (setting.section == u"lfs"_s && setting.subsection.isEmpty() && setting.key == u"url"_s) {
            return setting.value;
        }
    }
    return {};
}

} // namespace

Checkout GitDelivery::run(const GitJob& job) {
    if (!job.commit.isEmpty() && !isCommitName(job.commit)) {
        throw Error(ErrorKind::CommitNotFound, job.commit, u"not the hash of a commit"_s);
    }
    const GitLocation location = readGitLocation(job.location);
    GitJob exact = job;
    exact.location = location.isLocal ? location.path : location.url;
    const Delivered delivered = location.isLocal ? fromFolder(exact) : fromServer(exact);
    deliverSubmodules(delivered.submodules, 1);
    // A link from one repository into another one that lies beside it is good; so all of them are looked at together.
    const QStringList removedLinks = removeEscapingLinks(QFile::encodeName(job.destination).toStdString());
    for (const QString& link : removedLinks) {
        m_note(removedLinkNote(link));
    }
    return {delivered.revision, removedLinks};
}

GitDelivery::Delivered GitDelivery::fromFolder(const GitJob& job) {
    const GitRepository repository = openLocalRepository(job.location);
    const FoundCommit found = findLocalCommit(repository.get(), job);
    return deliver(repository.get(), found.commit.get(), found.branch, job, originUrl(repository.get()));
}

GitDelivery::Delivered GitDelivery::fromServer(const GitJob& job) {
    Mirror mirror(mirrorPath(job.mirrorFolder, job.location), [this] { m_progress(0, 0); });
    const auto attempt = [&] {
        const FoundCommit found = mirror.find(job, m_progress);
        return deliver(mirror.repository(), found.commit.get(), found.branch, job, job.location);
    };
    try {
        return attempt();
    } catch (const Error& error) {
        if (error.kind != ErrorKind::RepositoryDamaged || !mirror.isReused()) {
            throw;
        }
    }
    m_note(u"The local copy of the repository was damaged; fetching it again."_s);
    QDir(job.destination).removeRecursively();
    mirror.recreate();
    return attempt();
}

GitDelivery::Delivered GitDelivery::deliver(
    git_repository* repository, git_commit* commit, const QString& branch, const GitJob& job, const QString& address) {
    m_note(u"Checking out %1"_s.arg(hexOf(*git_commit_id(commit))));
    materialise(repository, commit, job.subfolder, job.destination, m_progress);
    fetchLargeFiles(repository, commit, job, address);
    return {describeCommit(commit, job.subfolder, branch), submodulesOf(repository, commit, job, address)};
}

void GitDelivery::fetchLargeFiles(
    git_repository* repository, git_commit* commit, const GitJob& job, const QString& address) const {
    const QStringList pointers = findLargeFilePointers(QFile::encodeName(job.destination).toStdString());
    if (pointers.isEmpty()) {
        return;
    }
    const LargeFileStore store(QFile::decodeName(git_repository_commondir(repository)) + u"lfs/objects"_s);
    QList<LargeFile> files;
    bool areKept = true;
    for (const QString& path : pointers) {
        const std::optional<LargeFile> file = readPointer(job.destination, path);
        if (!file) {
            throw pointersLeft({path}, u"its pointer cannot be read"_s);
        }
        areKept = areKept && store.has(*file);
        files.append(*file);
    }
    if (!areKept) {
        // A person's own repository is only read: what their git-lfs has not fetched is missing.
        if (QDir::isAbsolutePath(job.location)) {
            throw pointersLeft(pointers, {});
        }
        m_note(u"Fetching %1 files from Git LFS"_s.arg(files.size()));
        const QString url = largeFileUrl(address, configuredLargeFiles(repository, commit));
        LargeFileServer(url, job.credential, m_progress).fetch(files, store);
    }
    for (const LargeFile& file : files) {
        putContent(store, file, job.destination);
    }
}

QList<GitJob> GitDelivery::submodulesOf(
    git_repository* repository, git_commit* commit, const GitJob& job, const QString& address) const {
    if (!job.submodules) {
        if (QFile::exists(job.destination + u"/.gitmodules"_s)) {
            m_note(u"The repository has submodules; their files are not fetched."_s);
        }
        return {};
    }
    const SubmoduleList list = listSubmodules(repository, commit, job.subfolder, address);
    for (const QString& note : list.notes) {
        m_note(note);
    }
    QList<GitJob> jobs;
    for (const Submodule& submodule : list.submodules) {
        GitJob part = job;
        part.location = submodule.url;
        part.branch.clear();
        part.commit = submodule.commit;
        part.subfolder.clear();
        part.destination = job.destination + u'/' + submodule.path;
        jobs.append(part);
    }
    return jobs;
}

// The repository that names them is closed by now: one that names itself would wait for its own lock for ever.
void GitDelivery::deliverSubmodules(const QList<GitJob>& submodules, int depth) {
    m_submodules += submodules.size();
    for (const GitJob& job : submodules) {
        if (depth > deepestSubmodule || m_submodules > mostSubmodules) {
            throw Error(ErrorKind::InvalidInput, job.location,
                u"there are more than %1 submodules, or more than %2 within each other"_s.arg(mostSubmodules)
                    .arg(deepestSubmodule));
        }
        m_note(u"Fetching the submodule %1"_s.arg(job.location));
        // The checkout has made an empty folder in its place; materialise() wants to make it.
        QDir().rmdir(job.destination);
        deliverSubmodules(fromServer(job).submodules, depth + 1);
    }
}

} // namespace miaobu
