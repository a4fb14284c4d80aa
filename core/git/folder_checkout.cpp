#include "core/git/folder_checkout.h"

#include "core/async/pool.h"
#include "core/git/folder_copy.h"
#include "core/git/git_library.h"
#include "core/git/tree_checks.h"

#include <QDir>
#include <QFile>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace miaobu {

namespace {

struct CopiedFolder {
    Checkout checkout;
    QStringList notes;
};

// Data below the folder that this program itself keeps must not be copied into itself.
void leaveOut(const fs::path& kept, const fs::path& folder, FolderListing& listing) {
    const std::string prefix = kept.lexically_relative(folder).string() + '/';
    std::erase_if(listing.files, [&prefix](const std::string& file) { return file.starts_with(prefix); });
}

CopiedFolder copyNow(const fs::path& folder, const std::optional<FolderRepository>& repository,
    const fs::path& destination, CopyProgress& progress, const std::stop_token& stop) {
    const GitLibrary library;
    FolderListing listing = repository ? listRepository(*repository, stop) : listPlainFolder(folder, stop);
    leaveOut(fs::canonical(destination.parent_path()), fs::canonical(folder), listing);
    copyFiles(folder, listing.files, destination, progress, stop);
    const QStringList removedLinks = checkTree(destination);
    for (const QString& link : removedLinks) {
        listing.notes.append(removedLinkNote(link));
    }
    if (listing.revision.tree.isEmpty()) {
        listing.revision.tree = contentName(destination, stop);
    }
    return {{listing.revision, removedLinks}, listing.notes};
}

CopiedFolder copyOrNothing(const fs::path& folder, const std::optional<FolderRepository>& repository,
    const fs::path& destination, CopyProgress& progress, const std::stop_token& stop) {
    if (fs::exists(fs::symlink_status(destination))) {
        throw Error(
            ErrorKind::FileSystem, QString::fromStdString(destination.string()), u"the destination exists already"_s);
    }
    const auto removeRest = [&destination] {
        std::error_code ignored;
        fs::remove_all(destination, ignored);
    };
    try {
        return copyNow(folder, repository, destination, progress, stop);
    } catch (const Error&) {
        removeRest();
        throw;
    } catch (const fs::filesystem_error& error) {
        removeRest();
        const bool isFull = error.code() == std::errc::no_space_on_device;
        const bool isDenied = error.code() == std::errc::permission_denied;
        throw Error(isFull ? ErrorKind::DiskFull
                : isDenied ? ErrorKind::PermissionDenied
                           : ErrorKind::FileSystem,
            QString::fromStdString(error.path1().string()), QString::fromStdString(error.code().message()));
    }
}

} // namespace

QCoro::Task<Checkout> copyFolder(QString folder, std::optional<FolderRepository> repository, QString destination,
    LogSink& log, ProgressHandler progress, std::stop_token stop) {
    auto counters = std::make_shared<CopyProgress>();
    QTimer glance;
    QObject::connect(&glance, &QTimer::timeout, &glance, [counters, progress] {
        if (progress) {
            progress(counters->done, counters->total);
        }
    });
    glance.start(100ms);
    const fs::path from = QFile::encodeName(folder).toStdString();
    const fs::path to = QFile::encodeName(destination).toStdString();
    const auto copy
        = [from, repository, to, counters, stop] { return copyOrNothing(from, repository, to, *counters, stop); };
    const CopiedFolder copied = co_await runOnPool(copy);
    if (progress) {
        progress(counters->done, counters->total);
    }
    for (const QString& note : copied.notes) {
        log.note(note);
    }
    co_return copied.checkout;
}

} // namespace miaobu
