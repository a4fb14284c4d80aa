#pragma once

#include "aliyun/wire/credentials.h"
#include "aliyun/wire/encoding.h"
#include "core/net/http_message.h"

#include <QDateTime>

#include <chrono>

namespace miaobu::aliyun {

/// What a signature of OSS is made over. The host is not part of it: the canonical URI always names bucket and key.
struct OssSignable {
    QByteArray method;
    QByteArray bucket; ///< Empty for a call of the service itself
    QByteArray key; ///< Decoded; empty for a call of the bucket
    Parameters query;
    HttpHeaders headers; ///< x-oss-*, Content-Type and Content-MD5 are signed by themselves.
    QByteArrayList additionalHeaders; ///< Lower-case names of others to sign, such as "host" or "range".
};

/// When, and in whose region: "cn-hangzhou", without "oss-".
struct OssScope {
    QByteArray region;
    QDateTime time;

    [[nodiscard]] QByteArray date() const; ///< "20260102"
    [[nodiscard]] QByteArray dateTime() const; ///< "20260102T030405Z"
    [[nodiscard]] QByteArray text() const; ///< "20260102/cn-hangzhou/oss/aliyun_v4_request"
};

/// The text whose hash is signed by OSS4-HMAC-SHA256: Alibaba Cloud OSS, "Include a V4 signature in the Authorization header".
[[nodiscard]] QByteArray ossCanonicalRequest(const OssSignable& signable);
/// The key that signatures of one day and region are made with.
[[nodiscard]] QByteArray ossSigningKey(const Credentials& credentials, const OssScope& scope);
[[nodiscard]] QByteArray ossSignature(
    const OssSignable& signable, const Credentials& credentials, const OssScope& scope);

/// Gives \a signable x-oss-date, x-oss-content-sha256, the token and Authorization.
[[nodiscard]] OssSignable signOss(OssSignable signable, const Credentials& credentials, const OssScope& scope);

/// The query of a URL that anybody may use until it expires, at most 7 days. Who uses it sends the headers of \a signable unchanged.
[[nodiscard]] Parameters presignOss(
    OssSignable signable, const Credentials& credentials, const OssScope& scope, std::chrono::seconds expires);

} // namespace miaobu::aliyun
