#include "aliyun/wire/oss_signer.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

const QByteArray algorithm = "OSS4-HMAC-SHA256"_ba;
const QByteArray unsignedPayload = "UNSIGNED-PAYLOAD"_ba;

bool isSignedAnyway(const QByteArray& name) {
    return name.startsWith("x-oss-") || name == "content-type" || name == "content-md5";
}

QMap<QByteArray, QByteArray> signedHeaders(const OssSignable& signable) {
    QMap<QByteArray, QByteArray> chosen;
    for (const auto& [name, value] : signable.headers) {
        const QByteArray lower = name.toLower();
        if (isSignedAnyway(lower) || signable.additionalHeaders.contains(lower)) {
            chosen.insert(lower, value.trimmed());
        }
    }
    return chosen;
}

// Only those that are sent and not signed anyway; the service refuses an empty list.
QByteArray additionalNames(const OssSignable& signable) {
    QByteArrayList names;
    for (const QByteArray& name : signable.additionalHeaders) {
        if (!isSignedAnyway(name) && !headerValue(signable.headers, name).isNull()) {
            names.append(name);
        }
    }
    std::sort(names.begin(), names.end());
    return names.join(';');
}

} // namespace

QByteArray OssScope::date() const {
    return time.toUTC().toString(u"yyyyMMdd").toLatin1();
}

QByteArray OssScope::dateTime() const {
    return time.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'").toLatin1();
}

QByteArray OssScope::text() const {
    return date() + '/' + region + "/oss/aliyun_v4_request";
}

QByteArray ossCanonicalRequest(const OssSignable& signable) {
    const QByteArray uri
        = signable.bucket.isEmpty() ? "/"_ba : '/' + signable.bucket + '/' + percentEncode(signable.key, "/");
    QByteArray text = signable.method + '\n' + uri + '\n' + encodeQuery(signable.query, EmptyValue::IsBare) + '\n';
    const QMap<QByteArray, QByteArray> headers = signedHeaders(signable);
    for (auto [name, value] : headers.asKeyValueRange()) {
        text += name + ':' + value + '\n';
    }
    return text + '\n' + additionalNames(signable) + '\n' + unsignedPayload;
}

QByteArray ossSigningKey(const Credentials& credentials, const OssScope& scope) {
    QByteArray key = hmacSha256("aliyun_v4" + credentials.accessKeySecret, scope.date());
    for (const QByteArray& part : {scope.region, "oss"_ba, "aliyun_v4_request"_ba}) {
        key = hmacSha256(key, part);
    }
    return key;
}

QByteArray ossSignature(const OssSignable& signable, const Credentials& credentials, const OssScope& scope) {
    const QByteArray toSign
        = algorithm + '\n' + scope.dateTime() + '\n' + scope.text() + '\n' + sha256Hex(ossCanonicalRequest(signable));
    return hmacSha256(ossSigningKey(credentials, scope), toSign).toHex();
}

OssSignable signOss(OssSignable signable, const Credentials& credentials, const OssScope& scope) {
    signable.headers += HttpHeaders{{"x-oss-date", scope.dateTime()}, {"x-oss-content-sha256", unsignedPayload}};
    if (!credentials.securityToken.isEmpty()) {
        signable.headers.append({"x-oss-security-token", credentials.securityToken});
    }
    const QByteArray additional = additionalNames(signable);
    const QByteArray authorization = algorithm + " Credential=" + credentials.accessKeyId + '/' + scope.text()
        + (additional.isEmpty() ? ""_ba : ",AdditionalHeaders=" + additional)
        + ",Signature=" + ossSignature(signable, credentials, scope);
    signable.headers.append({"Authorization", authorization});
    return signable;
}

Parameters presignOss(
    OssSignable signable, const Credentials& credentials, const OssScope& scope, std::chrono::seconds expires) {
    signable.query += Parameters{
        {"x-oss-signature-version", algorithm},
        {"x-oss-date", scope.dateTime()},
        {"x-oss-expires", QByteArray::number(static_cast<qint64>(expires.count()))},
        {"x-oss-credential", credentials.accessKeyId + '/' + scope.text()},
    };
    if (!credentials.securityToken.isEmpty()) {
        signable.query.append({"x-oss-security-token", credentials.securityToken});
    }
    if (const QByteArray additional = additionalNames(signable); !additional.isEmpty()) {
        signable.query.append({"x-oss-additional-headers", additional});
    }
    const QByteArray signature = ossSignature(signable, credentials, scope);
    signable.query.append({"x-oss-signature", signature});
    return signable.query;
}

} // namespace miaobu::aliyun
