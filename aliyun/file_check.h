#pragma once

#include <QByteArray>
#include <QCoro/QCoroTask>
#include <QString>

#include <stop_token>

namespace miaobu::aliyun {

/// A file whose bytes are known to have a certain checksum at the moment of the check.
struct CheckedFile {
    QByteArray
        content; ///< Of a small file: the very bytes that were checked. A large one is read again when it is sent.
    bool isLarge = false;
};

/// Reads the file at \a path, on the thread pool when it is large.
/// \throws Error(ChecksumMismatch, path) when its CRC-64/XZ is not \a crc64, Error(FileSystem), Error(Cancelled)
QCoro::Task<CheckedFile> checkFile(QString path, quint64 crc64, std::stop_token stop);

} // namespace miaobu::aliyun
