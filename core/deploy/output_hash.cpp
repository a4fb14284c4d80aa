#include "core/deploy/output_hash.h"

#include "core/async/cancel.h"
#include "core/deploy/cache_rules.h"
#include "core/deploy/content_types.h"
#include "core/model/crc64.h"

#include <QCryptographicHash>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// Opened without following a link, so that nothing can be put in place of what was listed.
void openExactly(QFile& file, const QString& path) {
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        throw Error(ErrorKind::FileSystem, path, qt_error_string(errno));
    }
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        throw Error(ErrorKind::FileSystem, path, file.errorString());
    }
}

bool containsAny(const QByteArray& content, const QByteArrayList& values) {
    return std::any_of(
        values.begin(), values.end(), [&content](const QByteArray& value) { return content.contains(value); });
}

HashedFile hashFile(
    const OutputFile& output, const QString& framework, const QByteArrayList& secrets, const std::stop_token& stop) {
    static const QByteArrayList local{"=\"http://localhost", "=\"http://127.0.0.1", "='http://localhost"};
    constexpr qint64 pieceSize = 1024 * 1024;
    const QString type = contentTypeOf(output.name);
    const bool isText = type.contains(u"charset="_s);
    HashedFile hashed;
    QCryptographicHash sha256(QCryptographicHash::Sha256);
    Crc64 crc64;
    QFile file;
    openExactly(file, output.path);
    qint64 size = 0;
    for (QByteArray piece = file.read(pieceSize); !piece.isEmpty(); piece = file.read(pieceSize)) {
        throwIfCancelled(stop);
        sha256.addData(piece);
        crc64.update(piece);
        size += piece.size();
        hashed.namesThisComputer = hashed.namesThisComputer || (isHtml(output.name) && containsAny(piece, local));
        hashed.holdsSecret = hashed.holdsSecret || (isText && containsAny(piece, secrets));
    }
    if (file.error() != QFileDevice::NoError || size != output.size) {
        throw Error(ErrorKind::FileSystem, output.path, u"changed while it was read"_s);
    }
    hashed.file = {output.name, size, sha256.result(), crc64.finish(), type, cacheControlOf(output.name, framework)};
    return hashed;
}

} // namespace

QList<HashedFile> hashFiles(const QList<OutputFile>& files, const QString& framework, const QByteArrayList& secrets,
    const std::stop_token& stop) {
    QList<HashedFile> hashed;
    hashed.reserve(files.size());
    for (const OutputFile& file : files) {
        hashed.append(hashFile(file, framework, secrets, stop));
    }
    return hashed;
}

} // namespace miaobu
