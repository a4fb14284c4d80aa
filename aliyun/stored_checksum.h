#pragma once

#include "core/async/error.h"
#include "core/net/http_message.h"

#include <optional>

namespace miaobu::aliyun {

/// The CRC-64/XZ that OSS says an object, a part or a whole has; nothing where it does not say.
[[nodiscard]] std::optional<quint64> storedChecksum(const HttpResponse& response);

/// What is wrong when \a response says another checksum than \a expected. Retryable: another attempt helps against bytes that were damaged on
/// the way.
[[nodiscard]] std::optional<Error> checksumFailure(
    const HttpResponse& response, quint64 expected, const QString& subject);

} // namespace miaobu::aliyun
