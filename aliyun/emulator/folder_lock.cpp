#include "aliyun/emulator/folder_lock.h"

#include "core/async/error.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

// Locks of the open file rather than of the process: they hold against another emulator in the same process too.
constexpr int setLock = F_OFD_SETLK;
constexpr int askLock = F_OFD_GETLK;

QByteArray lockPath(const QString& folder) {
    return QFile::encodeName(folder + u"/emulator.lock"_s);
}

struct flock wholeFile() {
    struct flock lock{};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

int openLockFile(const QString& folder) {
    QDir().mkpath(folder);
    return ::open(lockPath(folder).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

} // namespace

FolderLock::FolderLock(const QString& folder) : m_file(openLockFile(folder)) {
    struct flock lock = wholeFile();
    if (m_file.descriptor() >= 0 && ::fcntl(m_file.descriptor(), setLock, &lock) == 0) {
        return;
    }
    const bool taken = m_file.descriptor() >= 0 && (errno == EAGAIN || errno == EACCES);
    throw Error(
        taken ? ErrorKind::Conflict : ErrorKind::FileSystem, folder, QString::fromLocal8Bit(std::strerror(errno)));
}

bool isFolderLocked(const QString& folder) {
    const FileHandle file(::open(lockPath(folder).constData(), O_RDWR | O_CLOEXEC));
    struct flock lock = wholeFile();
    return file.descriptor() >= 0 && ::fcntl(file.descriptor(), askLock, &lock) == 0 && lock.l_type != F_UNLCK;
}

} // namespace miaobu::emulator
