#include "core/git/git_worker.h"

#include "core/git/commit_lookup.h"
#include "core/git/git_error.h"
#include "core/git/git_job.h"
#include "core/git/git_library.h"
#include "core/git/git_location.h"
#include "core/git/local_repository.h"
#include "core/git/materialise.h"
#include "core/git/mirror.h"
#include "core/git/source_checkout.h"
#include "core/git/tree_checks.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

void say(const QJsonObject& object) {
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fflush(stdout);
}

void note(const QString& line) {
    say({{u"note"_s, line}});
}

// Callbacks come for every object; ten lines a second are enough to see.
ProgressHandler progressReporter() {
    auto sinceLast = std::make_shared<QElapsedTimer>();
    return [sinceLast](qint64 done, qint64 total) {
        constexpr qint64 interval = 100;
        if (!sinceLast->isValid() || sinceLast->elapsed() >= interval || (total > 0 && done == total)) {
            sinceLast->start();
            say({{u"progress"_s, QJsonArray{done, total}}});
        }
    };
}

void noteSubmodules(const QString& destination) {
    if (QFile::exists(destination + u"/.gitmodules"_s)) {
        note(u"The repository has submodules; their files are not fetched."_s);
    }
}

Checkout deliver(
    git_repository* repository, const FoundCommit& found, const GitJob& job, const ProgressHandler& progress) {
    note(u"Checking out %1"_s.arg(hexOf(*git_commit_id(found.commit.get()))));
    materialise(repository, found.commit.get(), job.subfolder, job.destination, progress);
    const QStringList removedLinks = checkTree(QFile::encodeName(job.destination).toStdString());
    for (const QString& link : removedLinks) {
        note(removedLinkNote(link));
    }
    noteSubmodules(job.destination);
    return {describeCommit(found.commit.get(), job.subfolder, found.branch), removedLinks};
}

Checkout fromServer(const GitJob& job, const ProgressHandler& progress) {
    const auto waiting = [] { say({{u"progress"_s, QJsonArray{0, 0}}}); };
    Mirror mirror(mirrorPath(job.mirrorFolder, job.location), waiting);
    try {
        return deliver(mirror.repository(), mirror.find(job, progress), job, progress);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::RepositoryDamaged || !mirror.isReused()) {
            throw;
        }
    }
    note(u"The local copy of the repository was damaged; fetching it again."_s);
    QDir(job.destination).removeRecursively();
    mirror.recreate();
    return deliver(mirror.repository(), mirror.find(job, progress), job, progress);
}

Checkout work(const GitJob& job) {
    const ProgressHandler progress = progressReporter();
    if (!job.commit.isEmpty() && !isCommitName(job.commit)) {
        throw Error(ErrorKind::CommitNotFound, job.commit, u"not the hash of a commit"_s);
    }
    const GitLocation location = readGitLocation(job.location);
    GitJob exact = job;
    exact.location = location.isLocal ? location.path : location.url;
    if (!location.isLocal) {
        return fromServer(exact, progress);
    }
    const GitRepository repository = openLocalRepository(exact.location);
    return deliver(repository.get(), findLocalCommit(repository.get(), exact), exact, progress);
}

} // namespace

int runGitWorker() {
    try {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly)) {
            throw Error(ErrorKind::Internal, u"git worker"_s, input.errorString());
        }
        const GitLibrary library;
        const Checkout checkout = work(gitJobFromJson(input.readAll()));
        say({{u"revision"_s, toJson(checkout.revision)},
            {u"removedLinks"_s, QJsonArray::fromStringList(checkout.removedLinks)}});
        return 0;
    } catch (const Error& error) {
        say({{u"error"_s, toJson(error)}});
    } catch (const std::filesystem::filesystem_error& error) {
        const bool isFull = error.code() == std::errc::no_space_on_device;
        say({{u"error"_s,
            toJson(Error(isFull ? ErrorKind::DiskFull : ErrorKind::FileSystem,
                QString::fromStdString(error.path1().string()), QString::fromStdString(error.code().message())))}});
    }
    return 1;
}

} // namespace miaobu
