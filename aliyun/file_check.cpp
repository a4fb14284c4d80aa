#include "aliyun/file_check.h"

#include "core/async/cancel.h"
#include "core/async/pool.h"
#include "core/model/crc64.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

constexpr qint64 smallBytes = 256 << 10;
constexpr qint64 pieceBytes = 1 << 20;

void openFile(QFile& file) {
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        throw Error(ErrorKind::FileSystem, file.fileName(), file.errorString());
    }
}

quint64 readCrc64(const QString& path, const std::stop_token& stop) {
    QFile file(path);
    openFile(file);
    Crc64 crc;
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    while (true) {
        throwIfCancelled(stop);
        const qint64 length = file.read(piece.data(), piece.size());
        if (length < 0) {
            throw Error(ErrorKind::FileSystem, path, file.errorString());
        }
        if (length == 0) {
            return crc.finish();
        }
        crc.update(QByteArrayView(piece).first(length));
    }
}

// Nothing when the file is too large to be kept in memory.
std::optional<QByteArray> readSmall(const QString& path) {
    QFile file(path);
    openFile(file);
    const QByteArray content = file.read(smallBytes + 1);
    return content.size() > smallBytes ? std::nullopt : std::optional(content);
}

void requireEqual(quint64 found, quint64 expected, const QString& path) {
    if (found != expected) {
        throw Error(ErrorKind::ChecksumMismatch, path, u"the file changed after it was checked"_s);
    }
}

} // namespace

QCoro::Task<CheckedFile> checkFile(QString path, quint64 crc64, std::stop_token stop) {
    if (const std::optional<QByteArray> content = readSmall(path)) {
        requireEqual(miaobu::crc64(*content), crc64, path);
        co_return CheckedFile{*content, false};
    }
    const auto work = [path, stop] { return readCrc64(path, stop); };
    const quint64 found = co_await runOnPool(work);
    requireEqual(found, crc64, path);
    co_return CheckedFile{{}, true};
}

} // namespace miaobu::aliyun
