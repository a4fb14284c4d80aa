#pragma once

#include "aliyun/emulator/credential_book.h"
#include "aliyun/emulator/request.h"

namespace miaobu::emulator {

/// Checks an OSS V4 signature, in the Authorization header or in the query of a presigned address.
/// \a bucket and \a key are what the request is about, decoded; both empty for the service itself.
/// \throws ServiceFault as OSS answers it: AccessDenied, InvalidAccessKeyId, SecurityTokenExpired,
/// AccessKeyIdAndSecurityTokenNotMatch, SignatureDoesNotMatch,
/// RequestTimeTooSkewed, InvalidArgument. Source: "Signature Version 4" in the OSS API reference.
void verifyOssSignature(
    const CredentialBook& credentials, const Request& request, const std::string& bucket, const std::string& key);

/// The raw key of one day ("20260102") that signs in V4.
[[nodiscard]] std::string ossSigningKey(const std::string& secret, const std::string& date, const std::string& region);

} // namespace miaobu::emulator
