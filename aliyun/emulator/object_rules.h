#pragma once

#include "aliyun/emulator/request.h"
#include "aliyun/emulator/service_fault.h"

#include <map>

namespace miaobu::emulator {

/// The largest object that comes in one request.
inline constexpr std::uint64_t largestSimpleObject = 5ULL << 30;

/// \throws ServiceFault(400 InvalidObjectName)
void checkObjectName(const std::string& key);

/// Whether a header (lower-case) is kept with an object and returned with it.
[[nodiscard]] bool isStoredHeader(const std::string& name);
/// What \a request says about the object it creates.
[[nodiscard]] std::map<std::string, std::string> headersToStore(const Request& request);

/// Whether an object of the same name may be replaced.
[[nodiscard]] bool mayOverwrite(const Request& request);
[[nodiscard]] ServiceFault objectAlreadyThere();
[[nodiscard]] ServiceFault noSuchKey(const std::string& key);

/// The raw MD5 the client says its body has; empty when it says nothing. \throws ServiceFault(400 InvalidDigest)
[[nodiscard]] std::string claimedMd5(const Request& request);

} // namespace miaobu::emulator
