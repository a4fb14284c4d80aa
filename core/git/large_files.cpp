#include "core/git/large_files.h"

#include "core/async/error.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace miaobu {

std::optional<LargeFile> readPointer(const QString& folder, const QString& path) {
    static const QRegularExpression format(
        u"\\Aversion https://git-lfs\\.github\\.com/spec/v1\\noid sha256:([0-9a-f]{64})\\nsize (\\d{1,18})\\n\\z"_s);
    constexpr qint64 longest = 1024;
    QFile file(folder + u'/' + path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const auto match = format.match(QString::fromLatin1(file.read(longest)));
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    return LargeFile{path, match.captured(1).toLatin1(), match.captured(2).toLongLong()};
}

QString LargeFileStore::pathOf(const QByteArray& hash) const {
    const QString name = QString::fromLatin1(hash);
    return u"%1/%2/%3/%4"_s.arg(m_folder, name.left(2), name.mid(2, 2), name);
}

bool LargeFileStore::has(const LargeFile& file) const {
    const QFileInfo info(pathOf(file.hash));
    return info.isFile() && !info.isSymLink() && info.size() == file.size;
}

void putContent(const LargeFileStore& store, const LargeFile& file, const QString& folder) {
    constexpr qint64 piece = 1 << 16;
    const QString path = folder + u'/' + file.path;
    const QFile::Permissions permissions = QFile::permissions(path);
    QFile from(store.pathOf(file.hash));
    // A new file takes the pointer's place by its name: nothing is written through what lies there.
    QSaveFile to(path);
    to.setDirectWriteFallback(false);
    if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly)) {
        throw Error(ErrorKind::FileSystem, path, to.errorString());
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!from.atEnd()) {
        const QByteArray bytes = from.read(piece);
        hash.addData(bytes);
        if (to.write(bytes) != bytes.size()) {
            throw Error(errno == ENOSPC ? ErrorKind::DiskFull : ErrorKind::FileSystem, path, to.errorString());
        }
    }
    if (hash.result().toHex() != file.hash) {
        QFile::remove(from.fileName());
        throw Error(ErrorKind::ChecksumMismatch, file.path);
    }
    to.setPermissions(permissions);
    if (!to.commit()) {
        throw Error(ErrorKind::FileSystem, path, to.errorString());
    }
}

} // namespace miaobu
