#include "aliyun/emulator/object_reply.h"

#include "aliyun/emulator/service_fault.h"

#include <algorithm>

namespace miaobu::emulator {

namespace {

struct ByteRange {
    std::uint64_t first = 0;
    std::uint64_t length = 0;
};

std::optional<ByteRange> rangeOf(std::string_view header, std::uint64_t size) {
    if (!header.starts_with("bytes=") || header.find(',') != std::string_view::npos) {
        return std::nullopt;
    }
    const auto parts = split(header.substr(6), '-');
    if (parts.size() != 2 || (parts[0].empty() && parts[1].empty())) {
        return std::nullopt;
    }
    const auto first = toInteger(parts[0]);
    const auto last = toInteger(parts[1]);
    if ((!parts[0].empty() && !first) || (!parts[1].empty() && !last) || size == 0) {
        return std::nullopt;
    }
    if (!first) {
        const std::uint64_t length = std::min(size, static_cast<std::uint64_t>(*last));
        return length == 0 ? std::nullopt : std::optional(ByteRange{size - length, length});
    }
    const auto from = static_cast<std::uint64_t>(*first);
    const std::uint64_t to = last ? std::min(size - 1, static_cast<std::uint64_t>(*last)) : size - 1;
    return from > to ? std::nullopt : std::optional(ByteRange{from, to - from + 1});
}

/// If-Range: a part is wanted of this very object only, the whole of any other.
bool wantsPart(const Request& request, const ObjectRecord& record) {
    const std::string condition = request.header("if-range");
    const bool same
        = condition.empty() || condition == "\"" + record.etag + "\"" || condition == httpDate(record.modified);
    return same && request.hasHeader("range");
}

SystemTime wholeSeconds(SystemTime time) {
    return std::chrono::time_point_cast<std::chrono::seconds>(time);
}

} // namespace

bool matchesTag(const std::string& list, const ObjectRecord& record) {
    if (trimmed(list) == "*") {
        return true;
    }
    const auto parts = split(list, ',');
    return std::any_of(parts.begin(), parts.end(), [&record](std::string_view part) {
        std::string_view tag = trimmed(part);
        if (tag.starts_with("W/")) {
            tag.remove_prefix(2);
        }
        if (tag.size() >= 2 && tag.front() == '"' && tag.back() == '"') {
            tag = tag.substr(1, tag.size() - 2);
        }
        return tag == record.etag;
    });
}

bool isNotModified(const Request& request, const ObjectRecord& record) {
    const ServiceFault failed{412, "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold.", {{"EC", "0026-00000072"}}};
    const SystemTime modified = wholeSeconds(record.modified);
    if (request.hasHeader("if-match")) {
        if (!matchesTag(request.header("if-match"), record)) {
            throw failed;
        }
    } else if (const auto since = fromHttpDate(request.header("if-unmodified-since")); since && modified > *since) {
        throw failed;
    }
    if (request.hasHeader("if-none-match")) {
        return matchesTag(request.header("if-none-match"), record);
    }
    const auto since = fromHttpDate(request.header("if-modified-since"));
    return since && modified <= *since;
}

void setObjectHeaders(Reply& reply, const ObjectRecord& record) {
    reply.set("ETag", "\"" + record.etag + "\"");
    reply.set("Last-Modified", httpDate(record.modified));
    reply.set("Accept-Ranges", "bytes");
    reply.set("x-oss-object-type", record.etag.find('-') == std::string::npos ? "Normal" : "Multipart");
    reply.set("x-oss-hash-crc64ecma", std::to_string(record.crc64));
    if (!record.headers.contains("x-oss-storage-class")) {
        reply.set("x-oss-storage-class", "Standard");
    }
    for (const auto& [name, value] : record.headers) {
        reply.set(name, value);
    }
}

Reply objectReply(const Request& request, const OpenObject& object, BadRange badRange) {
    Reply reply;
    if (isNotModified(request, *object.record)) {
        reply.status = 304;
        setObjectHeaders(reply, *object.record);
        return reply;
    }
    const std::uint64_t size = object.record->size;
    FileSlice slice{object.file, 0, size};
    if (wantsPart(request, *object.record)) {
        const auto range = rangeOf(request.header("range"), size);
        if (!range && (badRange == BadRange::Refused || request.header("x-oss-range-behavior") == "standard")) {
            throw ServiceFault{416, "InvalidRange", "The requested range cannot be satisfied.",
                {{"ActualObjectSize", std::to_string(size)}, {"EC", "0026-00000047"}}};
        }
        if (range) {
            reply.status = 206;
            slice.offset = range->first;
            slice.length = range->length;
            reply.set("Content-Range",
                "bytes " + std::to_string(range->first) + "-" + std::to_string(range->first + range->length - 1) + "/"
                    + std::to_string(size));
        }
    }
    setObjectHeaders(reply, *object.record);
    reply.slice = std::move(slice);
    return reply;
}

} // namespace miaobu::emulator
