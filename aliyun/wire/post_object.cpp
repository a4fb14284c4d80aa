#include "aliyun/wire/post_object.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

QByteArray policyText(
    const OssBucket& bucket, const QDateTime& now, const PostPolicy& policy, const Parameters& fields) {
    QJsonArray conditions{QJsonObject{{u"bucket"_s, QString::fromUtf8(bucket.name)}},
        QJsonArray{u"content-length-range"_s, 0, policy.longest}};
    for (const auto& [name, value] : fields) {
        if (name.startsWith("x-oss-")) {
            conditions.append(QJsonObject{{QString::fromUtf8(name), QString::fromUtf8(value)}});
        } else {
            conditions.append(QJsonArray{u"eq"_s, u'$' + QString::fromUtf8(name.toLower()), QString::fromUtf8(value)});
        }
    }
    const QDateTime end = now.toUTC().addSecs(policy.expires.count());
    const QJsonObject text{
        {u"expiration"_s, end.toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s)}, {u"conditions"_s, conditions}};
    return QJsonDocument(text).toJson(QJsonDocument::Compact).toBase64();
}

} // namespace

FormUpload postObjectForm(const OssBucket& bucket, const Credentials& credentials, const QDateTime& now,
    const PostPolicy& policy, const Parameters& headers, FormFile file) {
    const OssScope scope{bucket.region, now};
    FormUpload upload{
        ossUrl(bucket, {}), Parameters{Parameter{"key", policy.key.toUtf8()}}, std::move(file), policy.key};
    upload.fields += headers;
    upload.fields += Parameters{
        {"x-oss-signature-version", "OSS4-HMAC-SHA256"},
        {"x-oss-date", scope.dateTime()},
        {"x-oss-credential", credentials.accessKeyId + '/' + scope.text()},
    };
    if (!credentials.securityToken.isEmpty()) {
        upload.fields.append(Parameter{"x-oss-security-token", credentials.securityToken});
    }
    const QByteArray text = policyText(bucket, now, policy, upload.fields);
    upload.fields.append(Parameter{"policy", text});
    upload.fields.append(Parameter{"x-oss-signature", hmacSha256(ossSigningKey(credentials, scope), text).toHex()});
    upload.fields.append(Parameter{"success_action_status", "200"});
    return upload;
}

} // namespace miaobu::aliyun
