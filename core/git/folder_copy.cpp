#include "core/git/folder_copy.h"

#include "core/async/cancel.h"

#include <QCryptographicHash>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#ifdef Q_OS_LINUX
#include <linux/fs.h>
#include <sys/ioctl.h>
#endif

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace miaobu {

namespace {

constexpr std::size_t chunkBytes = 1 << 20;

[[noreturn]] void throwSystemError(const fs::path& path) {
    const int number = errno;
    const bool isFull = number == ENOSPC || number == EDQUOT;
    const bool isDenied = number == EACCES || number == EPERM;
    throw Error(isFull ? ErrorKind::DiskFull
            : isDenied ? ErrorKind::PermissionDenied
                       : ErrorKind::FileSystem,
        QString::fromStdString(path.string()), qt_error_string(number));
}

class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) { }
    ~Descriptor() {
        if (m_number >= 0) {
            ::close(m_number);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool close() { return ::close(std::exchange(m_number, -1)) == 0; }

private:
    int m_number;
};

bool shareBlocks([[maybe_unused]] int from, [[maybe_unused]] int to) {
#ifdef FICLONE
    return ioctl(to, FICLONE, from) == 0;
#else
    return false;
#endif
}

void writeAll(int to, const char* bytes, std::size_t size, const fs::path& path) {
    while (size > 0) {
        const ssize_t written = ::write(to, bytes, size);
        if (written < 0) {
            throwSystemError(path);
        }
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
}

void copyBytes(int from, int to, const fs::path& source, const fs::path& target, const std::stop_token& stop) {
    std::vector<char> buffer(chunkBytes);
    for (;;) {
        throwIfCancelled(stop);
        const ssize_t size = ::read(from, buffer.data(), buffer.size());
        if (size < 0) {
            throwSystemError(source);
        }
        if (size == 0) {
            return;
        }
        writeAll(to, buffer.data(), static_cast<std::size_t>(size), target);
    }
}

void copyContent(const fs::path& source, const fs::path& target, const std::stop_token& stop) {
    // Not blocking, should a pipe have taken the file's place since it was listed.
    const Descriptor from(::open(source.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    if (!from.isOpen()) {
        if (errno == ENOENT) {
            return;
        }
        throwSystemError(source);
    }
    struct stat status{};
    if (::fstat(from.number(), &status) != 0) {
        throwSystemError(source);
    }
    if (!S_ISREG(status.st_mode)) {
        return;
    }
    const mode_t mode = (status.st_mode & S_IXUSR) != 0 ? 0755 : 0644;
    Descriptor to(::open(target.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
    if (!to.isOpen()) {
        throwSystemError(target);
    }
    if (!shareBlocks(from.number(), to.number())) {
        copyBytes(from.number(), to.number(), source, target, stop);
    }
    if (!to.close()) {
        throwSystemError(target);
    }
}

void copyOne(const fs::path& source, const fs::path& target, const std::stop_token& stop) {
    std::error_code failure;
    const fs::file_status status = fs::symlink_status(source, failure);
    if (status.type() == fs::file_type::symlink) {
        fs::create_symlink(fs::read_symlink(source), target);
    } else if (status.type() != fs::file_type::not_found) {
        copyContent(source, target, stop);
    }
}

QByteArray contentOf(const fs::path& path, const std::stop_token& stop) {
    if (fs::is_symlink(path)) {
        return QByteArray::fromStdString(fs::read_symlink(path).string());
    }
    QFile file(QFile::decodeName(QByteArray::fromStdString(path.string())));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly)) {
        throw Error(ErrorKind::FileSystem, file.fileName(), file.errorString());
    }
    while (!file.atEnd()) {
        throwIfCancelled(stop);
        hash.addData(file.read(chunkBytes));
    }
    return hash.result();
}

QByteArray modeOf(const fs::path& path) {
    const fs::file_status status = fs::symlink_status(path);
    if (status.type() == fs::file_type::symlink) {
        return "120000";
    }
    return (status.permissions() & fs::perms::owner_exec) != fs::perms::none ? "100755" : "100644";
}

} // namespace

void copyFiles(const fs::path& from, const std::vector<std::string>& files, const fs::path& to, CopyProgress& progress,
    const std::stop_token& stop) {
    if (::mkdir(to.c_str(), S_IRWXU) != 0) {
        throwSystemError(to);
    }
    progress.total = static_cast<qint64>(files.size());
    fs::path folder;
    for (const std::string& file : files) {
        throwIfCancelled(stop);
        const fs::path target = to / file;
        if (target.parent_path() != folder) {
            folder = target.parent_path();
            fs::create_directories(folder);
        }
        copyOne(from / file, target, stop);
        ++progress.done;
    }
}

QString contentName(const fs::path& folder, const std::stop_token& stop) {
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_symlink() || !entry.is_directory()) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files, {}, [](const fs::path& path) { return path.string(); });
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const fs::path& file : files) {
        hash.addData(QByteArray::fromStdString(file.lexically_relative(folder).string()) + '\0' + modeOf(file) + '\0');
        const QByteArray content = contentOf(file, stop);
        hash.addData(QByteArray::number(content.size()) + '\0' + content);
    }
    return u"folder-"_s + QString::fromLatin1(hash.result().toHex());
}

} // namespace miaobu
