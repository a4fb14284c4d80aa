#pragma once

#include "aliyun/emulator/credential_book.h"
#include "aliyun/emulator/request.h"

#include <map>
#include <mutex>

namespace miaobu::emulator {

/// Checks ACS3-HMAC-SHA256 signatures of one service and remembers its nonces. Thread-safe.
/// Source: "V3 request body & signature mechanism" in Alibaba Cloud's OpenAPI documentation.
class AcsVerifier {
public:
    /// \a credentials must outlive it.
    explicit AcsVerifier(const CredentialBook& credentials);

    /// \returns who called
    /// \throws ServiceFault: IncompleteSignature, InvalidAccessKeyId.NotFound, InvalidSecurityToken.…,
    /// InvalidTimeStamp.Format, InvalidTimeStamp.Expired, SignatureDoesNotMatch, SignatureNonceUsed
    Caller verify(const Request& request, const std::string& body);

private:
    void useNonce(const std::string& nonce);

    const CredentialBook& m_credentials;
    std::mutex m_mutex;
    std::map<std::string, std::chrono::steady_clock::time_point> m_nonces;
};

} // namespace miaobu::emulator
