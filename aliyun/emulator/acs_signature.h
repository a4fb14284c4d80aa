#pragma once

#include "aliyun/emulator/credentials.h"
#include "aliyun/emulator/request.h"

#include <map>
#include <mutex>

namespace miaobu::emulator {

/// Checks ACS3-HMAC-SHA256 signatures of one service and remembers its nonces. Thread-safe.
/// Source: "V3 request body & signature mechanism" in Alibaba Cloud's OpenAPI documentation.
class AcsVerifier {
public:
    explicit AcsVerifier(Credentials credentials);

    /// \throws ServiceFault: IncompleteSignature, InvalidAccessKeyId.NotFound, InvalidTimeStamp.Format,
    /// InvalidTimeStamp.Expired, SignatureDoesNotMatch, SignatureNonceUsed
    void verify(const Request& request, const std::string& body);

private:
    void useNonce(const std::string& nonce);

    const Credentials m_credentials;
    std::mutex m_mutex;
    std::map<std::string, std::chrono::steady_clock::time_point> m_nonces;
};

} // namespace miaobu::emulator
