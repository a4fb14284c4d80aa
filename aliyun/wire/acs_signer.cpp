#include "aliyun/wire/acs_signer.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

const QByteArray algorithm = "ACS3-HMAC-SHA256"_ba;

// Lower-case name → value; several values of one name are sorted and joined with a comma.
QMap<QByteArray, QByteArray> signedHeaders(const HttpHeaders& headers) {
    QMap<QByteArray, QByteArrayList> values;
    for (const auto& [name, value] : headers) {
        const QByteArray lower = name.toLower();
        if (lower == "host" || lower == "content-type" || lower.startsWith("x-acs-")) {
            values[lower].append(value.trimmed());
        }
    }
    QMap<QByteArray, QByteArray> joined;
    for (auto [name, all] : values.asKeyValueRange()) {
        std::sort(all.begin(), all.end());
        joined.insert(name, all.join(','));
    }
    return joined;
}

} // namespace

QByteArray acsCanonicalRequest(const AcsRequest& request) {
    const QMap<QByteArray, QByteArray> headers = signedHeaders(request.headers);
    QByteArray path = request.path;
    path.replace('+', "%20").replace('*', "%2A").replace("%7E", "~");
    QByteArray text
        = request.method + '\n' + path + '\n' + encodeQuery(request.query, EmptyValue::KeepsEqualsSign) + '\n';
    for (auto [name, value] : headers.asKeyValueRange()) {
        text += name + ':' + value + '\n';
    }
    return text + '\n' + headers.keys().join(';') + '\n' + sha256Hex(request.body);
}

QByteArray acsAuthorization(const AcsRequest& request, const Credentials& credentials) {
    const QByteArray toSign = algorithm + '\n' + sha256Hex(acsCanonicalRequest(request));
    return algorithm + " Credential=" + credentials.accessKeyId
        + ",SignedHeaders=" + signedHeaders(request.headers).keys().join(';')
        + ",Signature=" + hmacSha256(credentials.accessKeySecret, toSign).toHex();
}

AcsRequest signAcs(AcsRequest request, const QByteArray& action, const QByteArray& version,
    const Credentials& credentials, const QDateTime& time, const QByteArray& nonce) {
    request.headers += HttpHeaders{
        {"host", request.host},
        {"accept", "application/json"},
        {"x-acs-action", action},
        {"x-acs-version", version},
        {"x-acs-date", time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'").toLatin1()},
        {"x-acs-signature-nonce", nonce},
        {"x-acs-content-sha256", sha256Hex(request.body)},
    };
    if (!credentials.securityToken.isEmpty()) {
        request.headers.append({"x-acs-accesskey-id", credentials.accessKeyId});
        request.headers.append({"x-acs-security-token", credentials.securityToken});
    }
    const QByteArray authorization = acsAuthorization(request, credentials);
    request.headers.append({"Authorization", authorization});
    return request;
}

} // namespace miaobu::aliyun
