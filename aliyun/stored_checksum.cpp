#include "aliyun/stored_checksum.h"

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

std::optional<quint64> storedChecksum(const HttpResponse& response) {
    bool isNumber = false;
    const quint64 crc = response.header("x-oss-hash-crc64ecma").toULongLong(&isNumber);
    return isNumber ? std::optional(crc) : std::nullopt;
}

std::optional<Error> checksumFailure(const HttpResponse& response, quint64 expected, const QString& subject) {
    const std::optional<quint64> stored = storedChecksum(response);
    if (!stored || *stored == expected) {
        return std::nullopt;
    }
    Error error(ErrorKind::ChecksumMismatch, subject, u"CRC-64 %1 stored, %2 expected"_s.arg(*stored).arg(expected));
    error.requestId = requestIdOf(response.headers);
    error.retryable = true;
    return error;
}

} // namespace miaobu::aliyun
