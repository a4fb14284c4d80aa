#include "aliyun/emulator/acs_signature.h"

#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/service_fault.h"

#include <algorithm>

namespace miaobu::emulator {

namespace {

constexpr std::chrono::minutes tolerance{15};
constexpr std::string_view algorithm = "ACS3-HMAC-SHA256";

struct Claim {
    std::string accessKeyId;
    std::string signedHeaders;
    std::string signature;
};

ServiceFault incomplete(std::string message) {
    return {400, "IncompleteSignature", std::move(message)};
}

Claim claimOf(const Request& request) {
    const std::string authorization = request.header("authorization");
    if (!authorization.starts_with(algorithm)) {
        throw incomplete("The request signature does not conform to Aliyun standards. An ACS3-HMAC-SHA256 "
                         "Authorization is required.");
    }
    Claim claim;
    for (const std::string_view raw : split(std::string_view(authorization).substr(algorithm.size()), ',')) {
        const std::string_view part = trimmed(raw);
        const std::size_t equals = std::min(part.find('='), part.size() - 1);
        const std::string_view name = part.substr(0, equals);
        const std::string_view value = part.substr(equals + 1);
        if (name == "Credential") {
            claim.accessKeyId = value;
        } else if (name == "SignedHeaders") {
            claim.signedHeaders = value;
        } else if (name == "Signature") {
            claim.signature = value;
        }
    }
    return claim;
}

void checkSignedHeaders(const Claim& claim, const Request& request) {
    const auto names = split(claim.signedHeaders, ';');
    const auto isSigned
        = [&names](std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
    for (const auto& [name, value] : request.headers) {
        if ((name.starts_with("x-acs-") || name == "host") && !isSigned(name)) {
            throw incomplete("The header " + name + " is not signed.");
        }
    }
    for (const std::string_view name :
        {"x-acs-action", "x-acs-version", "x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256"}) {
        if (!request.hasHeader(name)) {
            throw ServiceFault{
                400, "Missing" + std::string(name), std::string(name) + " is mandatory for this action."};
        }
    }
}

void checkTime(const Request& request) {
    const auto signedAt = fromIsoDate(request.header("x-acs-date"));
    if (!signedAt) {
        throw ServiceFault{400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted."};
    }
    const auto age = std::chrono::system_clock::now() - *signedAt;
    if (age > tolerance || age < -tolerance) {
        throw ServiceFault{400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired."};
    }
}

std::string canonicalRequest(const Claim& claim, const Request& request) {
    Fields sorted;
    for (const auto& [name, value] : request.query) {
        sorted.emplace_back(percentEncode(name), percentEncode(value));
    }
    std::sort(sorted.begin(), sorted.end());
    std::string query;
    for (const auto& [name, value] : sorted) {
        query += (query.empty() ? "" : "&") + name + "=" + value;
    }
    std::string headers;
    for (const std::string_view name : split(claim.signedHeaders, ';')) {
        headers += std::string(name) + ":" + request.header(name) + "\n";
    }
    return request.method + "\n" + std::string(request.path()) + "\n" + query + "\n" + headers + "\n"
        + claim.signedHeaders + "\n" + request.header("x-acs-content-sha256");
}

/// A temporary key is none without its token.
KnownKey keyOf(const Claim& claim, const Request& request, const CredentialBook& credentials) {
    const std::string token = request.header("x-acs-security-token");
    const auto key = credentials.find(claim.accessKeyId);
    if (!key || (token.empty() && !key->token.empty())) {
        throw ServiceFault{404, "InvalidAccessKeyId.NotFound", "Specified access key is not found."};
    }
    if (!equalInConstantTime(token, key->token)) {
        throw ServiceFault{
            400, "InvalidSecurityToken.MismatchWithAccessKey", "Specified SecurityToken mismatch with the AccessKey."};
    }
    if (key->isExpired()) {
        throw ServiceFault{400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired."};
    }
    return *key;
}

} // namespace

AcsVerifier::AcsVerifier(const CredentialBook& credentials) : m_credentials(credentials) { }

Caller AcsVerifier::verify(const Request& request, const std::string& body) {
    const Claim claim = claimOf(request);
    checkSignedHeaders(claim, request);
    const KnownKey key = keyOf(claim, request, m_credentials);
    checkTime(request);
    const std::string canonical = canonicalRequest(claim, request);
    const std::string stringToSign = std::string(algorithm) + "\n" + sha256Hex(canonical);
    const std::string expected = toHex(hmacSha256Raw(key.secret, stringToSign));
    if (sha256Hex(body) != request.header("x-acs-content-sha256") || !equalInConstantTime(expected, claim.signature)) {
        throw ServiceFault{400, "SignatureDoesNotMatch",
            "Specified signature does not match our calculation. server string to sign is:" + stringToSign
                + " server canonical request is:" + canonical};
    }
    useNonce(request.header("x-acs-signature-nonce"));
    Caller caller = key.caller;
    caller.expires = key.expires;
    return caller;
}

void AcsVerifier::useNonce(const std::string& nonce) {
    const std::lock_guard lock(m_mutex);
    const auto now = std::chrono::steady_clock::now();
    std::erase_if(m_nonces, [now](const auto& known) { return now - known.second > 2 * tolerance; });
    if (!m_nonces.emplace(nonce, now).second) {
        throw ServiceFault{400, "SignatureNonceUsed", "Specified signature nonce was used already."};
    }
}

} // namespace miaobu::emulator
