#pragma once

#include "aliyun/emulator/bucket.h"
#include "aliyun/emulator/request.h"

namespace miaobu::emulator {

/// What a Range header means that no bytes of the object fulfil.
enum class BadRange {
    WholeObject, ///< OSS's own way: it is as if the header had not been sent.
    Refused, ///< 416, as HTTP says (RFC 9110 §15.5.17)
};

/// The answer to a GET of \a object with the conditions and the range of \a request (RFC 9110 §13, §14): 200, 206, 304,
/// or
/// \throws ServiceFault 412 PreconditionFailed, 416 InvalidRange
[[nodiscard]] Reply objectReply(const Request& request, const OpenObject& object, BadRange badRange);

/// ETag, Last-Modified, x-oss-hash-crc64ecma and the stored headers, as they are on GET and HEAD alike.
void setObjectHeaders(Reply& reply, const ObjectRecord& record);

/// \throws ServiceFault 412 where a condition of \a request forbids the answer. \returns whether the client has it
/// already (304).
[[nodiscard]] bool isNotModified(const Request& request, const ObjectRecord& record);

/// Whether \a record is among the entity tags of a list like `"A", "B"`, or the list is `*`.
[[nodiscard]] bool matchesTag(const std::string& list, const ObjectRecord& record);

} // namespace miaobu::emulator
