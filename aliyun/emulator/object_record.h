#pragma once

#include "aliyun/emulator/encoding.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace miaobu::emulator {

/// What is known of a stored object besides its bytes.
struct ObjectRecord {
    std::string key;
    std::uint64_t size = 0;
    std::string etag; ///< Upper-case hex MD5, without quotes
    std::uint64_t crc64 = 0;
    SystemTime modified;
    /// Returned as they were sent: content-type, cache-control, content-disposition, content-encoding,
    /// content-language, expires, x-oss-meta-*
    std::map<std::string, std::string> headers;
};

/// The record as it is kept behind the bytes of its object, and back. Nothing for what no emulator wrote.
[[nodiscard]] std::string serialised(const ObjectRecord& record);
[[nodiscard]] std::optional<ObjectRecord> objectRecordFrom(std::string_view text);

/// The record at the end of the object file \a descriptor.
[[nodiscard]] std::optional<ObjectRecord> readObjectRecord(int descriptor);
/// What follows the bytes of an object in its file: the record, its length, a mark.
[[nodiscard]] std::string objectTrailer(const ObjectRecord& record);

} // namespace miaobu::emulator
