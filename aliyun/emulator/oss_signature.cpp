#include "aliyun/emulator/oss_signature.h"

#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/service_fault.h"

#include <algorithm>
#include <map>
#include <set>

namespace miaobu::emulator {

namespace {

constexpr std::chrono::minutes tolerance{15};
constexpr long long longestLife = 604800;
constexpr std::string_view algorithm = "OSS4-HMAC-SHA256";

/// What a request says about its own signature.
struct Claim {
    std::string accessKeyId;
    std::string scope;
    std::string dateTime;
    std::set<std::string> additionalHeaders;
    std::string signature;
    bool presigned = false;
};

ServiceFault malformed(std::string message, std::string ec = "0002-00000225") {
    return {400, "InvalidArgument", std::move(message), {{"EC", std::move(ec)}}};
}

void readCredential(Claim& claim, std::string_view credential) {
    const std::size_t slash = credential.find('/');
    if (slash == std::string_view::npos) {
        throw malformed("The credential is not complete.");
    }
    claim.accessKeyId = credential.substr(0, slash);
    claim.scope = credential.substr(slash + 1);
}

std::set<std::string> headerNames(std::string_view list) {
    std::set<std::string> names;
    for (const std::string_view name : split(list, ';')) {
        names.insert(lowerCase(trimmed(name)));
    }
    return names;
}

Claim claimOfHeader(const Request& request, const std::string& authorization) {
    Claim claim;
    for (const std::string_view raw : split(std::string_view(authorization).substr(algorithm.size()), ',')) {
        const std::string_view part = trimmed(raw);
        const std::size_t equals = part.find('=');
        const std::string_view name = part.substr(0, equals);
        const std::string_view value = equals == std::string_view::npos ? std::string_view() : part.substr(equals + 1);
        if (name == "Credential") {
            readCredential(claim, value);
        } else if (name == "AdditionalHeaders") {
            if (value.empty()) {
                throw malformed("AdditionalHeaders must not be empty.", "0002-00000209");
            }
            claim.additionalHeaders = headerNames(value);
        } else if (name == "Signature") {
            claim.signature = value;
        }
    }
    if (request.header("x-oss-content-sha256") != "UNSIGNED-PAYLOAD") {
        throw malformed("x-oss-content-sha256 must be UNSIGNED-PAYLOAD.", "0002-00000214");
    }
    claim.dateTime = request.header("x-oss-date");
    return claim;
}

Claim claimOfQuery(const Request& request) {
    Claim claim;
    claim.presigned = true;
    readCredential(claim, request.parameter("x-oss-credential").value_or(std::string()));
    claim.dateTime = request.parameter("x-oss-date").value_or(std::string());
    claim.signature = request.parameter("x-oss-signature").value_or(std::string());
    if (const auto names = request.parameter("x-oss-additional-headers")) {
        claim.additionalHeaders = headerNames(*names);
    }
    return claim;
}

Claim claimOf(const Request& request) {
    const std::string authorization = request.header("authorization");
    if (authorization.starts_with(algorithm)) {
        return claimOfHeader(request, authorization);
    }
    if (request.parameter("x-oss-signature-version") == algorithm) {
        return claimOfQuery(request);
    }
    throw ServiceFault{
        403, "AccessDenied", "Anonymous access is forbidden for this operation.", {{"EC", "0003-00000001"}}};
}

void checkTime(const Claim& claim, const Request& request) {
    const auto signedAt = fromCompactDate(claim.dateTime);
    if (!signedAt || !claim.scope.starts_with(claim.dateTime.substr(0, 8) + "/")) {
        throw malformed("x-oss-date is missing, malformed or not the day of the credential.");
    }
    const SystemTime now = std::chrono::system_clock::now();
    const auto age = now - *signedAt;
    if (claim.presigned) {
        const auto life = toInteger(request.parameter("x-oss-expires").value_or(std::string()));
        if (!life || *life < 1 || *life > longestLife) {
            throw malformed("x-oss-expires must be from 1 to 604800.");
        }
        if (age > std::chrono::seconds(*life) || age < -tolerance) {
            throw ServiceFault{403, "AccessDenied", "Request has expired.", {{"EC", "0002-00000069"}}};
        }
    } else if (age > tolerance || age < -tolerance) {
        throw ServiceFault{403, "RequestTimeTooSkewed",
            "The difference between the request time and the current time is too large.",
            {{"RequestTime", isoDateMilliseconds(*signedAt)}, {"ServerTime", isoDateMilliseconds(now)},
                {"MaxAllowedSkewMilliseconds", "900000"}, {"EC", "0002-00000504"}}};
    }
}

std::string canonicalQuery(const Request& request) {
    std::multimap<std::string, std::string> sorted;
    for (const auto& [name, value] : request.query) {
        if (name != "x-oss-signature") {
            sorted.emplace(percentEncode(name), percentEncode(value));
        }
    }
    std::string text;
    for (const auto& [name, value] : sorted) {
        text += (text.empty() ? "" : "&") + name + (value.empty() ? "" : "=" + value);
    }
    return text;
}

std::string canonicalRequest(
    const Claim& claim, const Request& request, const std::string& bucket, const std::string& key) {
    std::map<std::string, std::string> signedHeaders;
    std::string additional;
    for (const auto& [name, value] : request.headers) {
        const bool always = name.starts_with("x-oss-") || name == "content-type" || name == "content-md5";
        if (always || claim.additionalHeaders.contains(name)) {
            signedHeaders[name] = request.header(name);
        }
    }
    for (const std::string& name : claim.additionalHeaders) {
        additional += (additional.empty() ? "" : ";") + name;
    }
    std::string text = request.method + "\n" + percentEncode(bucket.empty() ? "/" : "/" + bucket + "/" + key, "/")
        + "\n" + canonicalQuery(request) + "\n";
    for (const auto& [name, value] : signedHeaders) {
        text += name + ":" + value + "\n";
    }
    return text + "\n" + additional + "\nUNSIGNED-PAYLOAD";
}

std::string sign(
    const std::string& secret, const std::string& region, const Claim& claim, const std::string& stringToSign) {
    return toHex(hmacSha256Raw(ossSigningKey(secret, claim.dateTime.substr(0, 8), region), stringToSign));
}

/// A temporary key is none without its token.
KnownKey keyOf(const Claim& claim, const Request& request, const CredentialBook& credentials) {
    const std::string token = claim.presigned ? request.parameter("x-oss-security-token").value_or(std::string())
                                              : request.header("x-oss-security-token");
    const auto key = credentials.find(claim.accessKeyId);
    if (!key || (token.empty() && !key->token.empty())) {
        throw ServiceFault{403, "InvalidAccessKeyId",
            "The OSS Access Key Id you provided does not exist in our records.",
            {{"OSSAccessKeyId", claim.accessKeyId}, {"EC", "0002-00000902"}}};
    }
    if (!equalInConstantTime(token, key->token)) {
        throw ServiceFault{403, "AccessKeyIdAndSecurityTokenNotMatch",
            "The security token does not belong to the access key.", {{"OSSAccessKeyId", claim.accessKeyId}}};
    }
    if (key->isExpired()) {
        throw ServiceFault{403, "SecurityTokenExpired", "The security token you provided has expired.", {}};
    }
    return *key;
}

} // namespace

std::string ossSigningKey(const std::string& secret, const std::string& date, const std::string& region) {
    const std::string service = hmacSha256Raw(hmacSha256Raw(hmacSha256Raw("aliyun_v4" + secret, date), region), "oss");
    return hmacSha256Raw(service, "aliyun_v4_request");
}

void verifyOssSignature(
    const CredentialBook& credentials, const Request& request, const std::string& bucket, const std::string& key) {
    const Claim claim = claimOf(request);
    const KnownKey signer = keyOf(claim, request, credentials);
    checkTime(claim, request);
    const std::string scope = claim.dateTime.substr(0, 8) + "/" + credentials.region() + "/oss/aliyun_v4_request";
    const std::string canonical = canonicalRequest(claim, request, bucket, key);
    const std::string stringToSign
        = std::string(algorithm) + "\n" + claim.dateTime + "\n" + scope + "\n" + sha256Hex(canonical);
    if (claim.scope != scope
        || !equalInConstantTime(sign(signer.secret, credentials.region(), claim, stringToSign), claim.signature)) {
        throw ServiceFault{403, "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided. Check your key and signing "
            "method.",
            {{"OSSAccessKeyId", claim.accessKeyId}, {"SignatureProvided", claim.signature},
                {"StringToSign", stringToSign}, {"CanonicalRequest", canonical}, {"EC", "0002-00000040"}}};
    }
}

} // namespace miaobu::emulator
