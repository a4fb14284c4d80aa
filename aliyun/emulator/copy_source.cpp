#include "aliyun/emulator/copy_source.h"

#include "aliyun/emulator/object_rules.h"
#include "aliyun/emulator/service_fault.h"

#include <unistd.h>

#include <algorithm>

namespace miaobu::emulator {

namespace {

constexpr std::size_t pieceSize = 256U << 10;

struct CopySource {
    std::string bucket;
    std::string key;
};

CopySource copySourceOf(const Request& request) {
    std::string source = request.header("x-oss-copy-source");
    source = percentDecode(std::string_view(source).substr(0, source.find('?')));
    const std::size_t begin = source.starts_with('/') ? 1 : 0;
    const std::size_t slash = source.find('/', begin);
    if (slash == std::string::npos || slash + 1 == source.size()) {
        throw ServiceFault{400, "InvalidArgument",
            "Copy Source must mention the source bucket and key: /sourcebucket/sourcekey.",
            {{"ArgumentName", "x-oss-copy-source"}, {"ArgumentValue", source}, {"EC", "0017-00000301"}}};
    }
    return {source.substr(begin, slash - begin), source.substr(slash + 1)};
}

} // namespace

OpenObject copySource(const OssCall& call) {
    const CopySource source = copySourceOf(call.request);
    const auto bucket = call.shelf.find(source.bucket);
    if (!bucket) {
        throw ServiceFault{
            404, "NoSuchBucket", "The specified bucket does not exist.", {{"BucketName", source.bucket}}};
    }
    auto object = bucket->open(source.key);
    if (!object) {
        throw noSuchKey(source.key);
    }
    return std::move(*object);
}

ByteSpan copyRange(const Request& request, std::uint64_t size) {
    const std::string header = request.header("x-oss-copy-source-range");
    if (header.empty()) {
        return {0, size};
    }
    const auto ends = header.starts_with("bytes=") ? split(std::string_view(header).substr(6), '-')
                                                   : std::vector<std::string_view>();
    const auto first = ends.size() == 2 ? toInteger(ends[0]) : std::nullopt;
    const auto last = ends.size() == 2 ? toInteger(ends[1]) : std::nullopt;
    if (!first || !last || *first < 0 || *last < *first || static_cast<std::uint64_t>(*last) >= size) {
        throw ServiceFault{400, "InvalidArgument", "The copy source range is not in the source object.",
            {{"ArgumentName", "x-oss-copy-source-range"}, {"ArgumentValue", header}}};
    }
    return {static_cast<std::uint64_t>(*first), static_cast<std::uint64_t>(*last - *first + 1)};
}

void readPiece(const OpenObject& object, ByteSpan span, const std::function<void(std::string_view)>& take) {
    std::string piece;
    while (span.length > 0) {
        piece.resize(std::min<std::uint64_t>(span.length, pieceSize));
        const ssize_t count
            = ::pread(object.file->descriptor(), piece.data(), piece.size(), static_cast<off_t>(span.first));
        if (count <= 0) {
            throw ServiceFault{500, "InternalError", "The object's file cannot be read."};
        }
        take(std::string_view(piece).substr(0, static_cast<std::size_t>(count)));
        span.first += static_cast<std::uint64_t>(count);
        span.length -= static_cast<std::uint64_t>(count);
    }
}

} // namespace miaobu::emulator
