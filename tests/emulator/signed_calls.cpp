#include "tests/emulator/signed_calls.h"

#include <QCryptographicHash>
#include <QMap>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace miaobu::test {

namespace {

QByteArray hmac(const QByteArray& key, const QByteArray& data) {
    return QMessageAuthenticationCode::hash(data, key, QCryptographicHash::Sha256);
}

QByteArray sha256(const QByteArray& data) {
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex();
}

QByteArray lines(const QMap<QByteArray, QByteArray>& headers) {
    QByteArray text;
    for (auto header = headers.begin(); header != headers.end(); ++header) {
        text += header.key() + ':' + header.value() + '\n';
    }
    return text;
}

} // namespace

Signer::Headers Signer::oss(
    const QByteArray& method, const QByteArray& path, const QByteArray& query, Headers headers) const {
    const QByteArray stamp = time.toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1();
    const QByteArray scope = stamp.left(8) + '/' + region + "/oss/aliyun_v4_request";
    headers += {{"x-oss-content-sha256", "UNSIGNED-PAYLOAD"}, {"x-oss-date", stamp}};
    QMap<QByteArray, QByteArray> signedHeaders;
    for (const auto& [name, value] : headers) {
        if (name.startsWith("x-oss-") || name == "content-type" || name == "content-md5") {
            signedHeaders.insert(name, value);
        }
    }
    const QByteArray canonical
        = method + '\n' + path + '\n' + query + '\n' + lines(signedHeaders) + "\n\nUNSIGNED-PAYLOAD";
    const QByteArray key
        = hmac(hmac(hmac(hmac("aliyun_v4" + accessKeySecret, stamp.left(8)), region), "oss"), "aliyun_v4_request");
    const QByteArray signature
        = hmac(key, "OSS4-HMAC-SHA256\n" + stamp + '\n' + scope + '\n' + sha256(canonical)).toHex();
    headers.append(
        {"Authorization", "OSS4-HMAC-SHA256 Credential=" + accessKeyId + '/' + scope + ",Signature=" + signature});
    return headers;
}

Signer::Headers Signer::acs(const QByteArray& method, const QByteArray& host, const QByteArray& action,
    const QByteArray& query, const QByteArray& body, const QByteArray& nonce, const QByteArray& version,
    const QByteArray& bodyType) const {
    QMap<QByteArray, QByteArray> headers{
        {"host", host},
        {"x-acs-action", action},
        {"x-acs-content-sha256", sha256(body)},
        {"x-acs-date", time.toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s).toLatin1()},
        {"x-acs-signature-nonce", nonce},
        {"x-acs-version", version},
    };
    if (!body.isEmpty()) {
        headers.insert("content-type", bodyType);
    }
    const QByteArray names = headers.keys().join(';');
    const QByteArray canonical = method + "\n/\n" + query + '\n' + lines(headers) + '\n' + names + '\n'
        + headers.value("x-acs-content-sha256");
    const QByteArray signature = hmac(accessKeySecret, "ACS3-HMAC-SHA256\n" + sha256(canonical)).toHex();
    Headers all;
    for (auto header = headers.begin(); header != headers.end(); ++header) {
        all.append({header.key(), header.value()});
    }
    all.append({"Authorization",
        "ACS3-HMAC-SHA256 Credential=" + accessKeyId + ",SignedHeaders=" + names + ",Signature=" + signature});
    return all;
}

QByteArray header(const Signer::Headers& headers, const QByteArray& name) {
    for (const auto& [known, value] : headers) {
        if (known == name) {
            return value;
        }
    }
    return {};
}

} // namespace miaobu::test
