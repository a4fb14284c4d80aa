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

} // namespace miaobu::emulator
