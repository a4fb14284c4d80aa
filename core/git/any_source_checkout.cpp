#include "core/git/any_source_checkout.h"

#include "core/async/cancel.h"
#include "core/async/pool.h"
#include "core/git/folder_checkout.h"
#include "core/git/git_checkout.h"
#include "core/git/git_library.h"
#include "core/git/git_location.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

std::optional<FolderRepository> repositoryOf(const QString& folder) {
    const GitLibrary library;
    return findRepository(QFile::encodeName(folder).toStdString());
}

bool wantsWorkingFolder(const CheckoutRequest& request, const std::optional<FolderRepository>& repository) {
    if (!repository) {
        return true;
    }
    const bool isCheckedOut = request.source.branch.isEmpty() || request.source.branch == repository->branch;
    return !repository->isBare && request.commit.isEmpty() && isCheckedOut;
}

} // namespace

AnySourceCheckout::AnySourceCheckout(QString mirrorFolder, QString program, CredentialProvider credentials)
    : m_mirrorFolder(std::move(mirrorFolder)), m_program(std::move(program)), m_credentials(std::move(credentials)) { }

QCoro::Task<Checkout> AnySourceCheckout::checkOut(
    CheckoutRequest request, LogSink& log, ProgressHandler progress, std::stop_token stop) {
    throwIfCancelled(stop);
    const QString parent = QFileInfo(request.destination).path();
    if (!QDir::isAbsolutePath(request.destination) || !QDir().mkpath(parent)) {
        throw Error(ErrorKind::FileSystem, request.destination);
    }
    if (request.source.kind == SourceKind::Folder) {
        co_return co_await checkOutFolder(request, log, progress, stop);
    }
    co_return co_await checkOutRepository(request, log, progress, stop);
}

QCoro::Task<Checkout> AnySourceCheckout::checkOutFolder(
    CheckoutRequest request, LogSink& log, ProgressHandler progress, std::stop_token stop) {
    const QString folder = QDir::cleanPath(request.source.location);
    const auto look = [folder] { return repositoryOf(folder); };
    std::optional<FolderRepository> repository = co_await runOnPool(look);
    if (repository && repository->isForeign) {
        log.note(u"The repository belongs to another user, so Git is not asked: all files are taken as they are."_s);
        repository.reset();
    }
    if (wantsWorkingFolder(request, repository)) {
        if (!request.commit.isEmpty()) {
            throw Error(ErrorKind::CommitNotFound, request.commit, u"the folder is not a Git repository of yours"_s);
        }
        co_return co_await copyFolder(folder, repository, request.destination, log, progress, stop);
    }
    GitJob job = jobFor(request);
    job.location = QString::fromStdString(repository->repository.string());
    job.subfolder = QString::fromStdString(repository->subfolder);
    co_return co_await runGitJob(m_program, job, log, progress, stop);
}

QCoro::Task<Checkout> AnySourceCheckout::checkOutRepository(
    CheckoutRequest request, LogSink& log, ProgressHandler progress, std::stop_token stop) {
    const GitLocation location = readGitLocation(request.source.location);
    GitJob job = jobFor(request);
    if (!location.isLocal && m_credentials) {
        const std::optional<GitCredential> credential = co_await m_credentials(location.url);
        job.credential = credential.value_or(GitCredential());
        job.credential.origin = serverOf(location.url);
    }
    co_return co_await runGitJob(m_program, job, log, progress, stop);
}

GitJob AnySourceCheckout::jobFor(const CheckoutRequest& request) const {
    GitJob job;
    job.location = request.source.location;
    job.branch = request.source.branch;
    job.commit = request.commit;
    job.destination = request.destination;
    job.mirrorFolder = m_mirrorFolder;
    job.submodules = request.source.submodules;
    return job;
}

} // namespace miaobu
