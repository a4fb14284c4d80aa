#include "core/deploy/remove_folder.h"

#include "core/async/error.h"

#include <QFile>

#include <sys/stat.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace miaobu {

namespace {

namespace fs = std::filesystem;

void makeWritable(const fs::path& root) {
    std::error_code ignored;
    fs::permissions(root, fs::perms::owner_all, fs::perm_options::add, ignored);
    const auto options = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator it(root, options, ignored), end; it != end; it.increment(ignored)) {
        if (it->is_directory(ignored) && !it->is_symlink(ignored)) {
            fs::permissions(it->path(), fs::perms::owner_all, fs::perm_options::add, ignored);
        }
    }
}

} // namespace

void removeFolder(const QString& path) {
    const fs::path root(QFile::encodeName(path).toStdString());
    std::error_code failure;
    fs::remove_all(root, failure);
    if (failure) {
        makeWritable(root);
        fs::remove_all(root, failure);
    }
}

void makeFreshFolder(const QString& path) {
    removeFolder(path);
    if (::mkdir(QFile::encodeName(path).constData(), 0700) != 0) {
        const ErrorKind kind = errno == ENOSPC  ? ErrorKind::DiskFull
            : errno == EACCES || errno == EROFS ? ErrorKind::PermissionDenied
                                                : ErrorKind::FileSystem;
        throw Error(kind, path, qt_error_string(errno));
    }
}

} // namespace miaobu
