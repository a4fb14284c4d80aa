#pragma once

#include "aliyun/emulator/oss_call.h"

#include <functional>

namespace miaobu::emulator {

struct ByteSpan {
    std::uint64_t first = 0;
    std::uint64_t length = 0;
};

/// What x-oss-copy-source names. \throws ServiceFault 400 InvalidArgument, 404 NoSuchBucket, NoSuchKey
[[nodiscard]] OpenObject copySource(const OssCall& call);

/// x-oss-copy-source-range of an object of so many bytes; all of it when none is asked for.
/// \throws ServiceFault(400 InvalidArgument)
[[nodiscard]] ByteSpan copyRange(const Request& request, std::uint64_t size);

/// Gives the bytes of a stored object in pieces. \throws ServiceFault(500 InternalError)
void readPiece(const OpenObject& object, ByteSpan span, const std::function<void(std::string_view)>& take);

} // namespace miaobu::emulator
