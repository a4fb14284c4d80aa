#pragma once

#include "aliyun/wire/credentials.h"
#include "aliyun/wire/encoding.h"
#include "core/net/http_message.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace miaobu::test {

/// Requests that Alibaba Cloud's own clients made, with the signature they gave them; every key and secret is made up.
struct Recordings {
    aliyun::Credentials credentials;
    QList<QJsonObject> requests;
};

inline Recordings readRecordings(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no recordings");
    }
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    Recordings recordings;
    recordings.credentials.accessKeyId = all.value(QStringLiteral("accessKeyId")).toString().toUtf8();
    recordings.credentials.accessKeySecret = all.value(QStringLiteral("accessKeySecret")).toString().toUtf8();
    for (const QJsonValue& request : all.value(QStringLiteral("requests")).toArray()) {
        recordings.requests.append(request.toObject());
    }
    return recordings;
}

inline QByteArray text(const QJsonObject& object, const char* name) {
    return object.value(QLatin1StringView(name)).toString().toUtf8();
}

/// [["name","value"],…]
inline aliyun::Parameters pairs(const QJsonObject& object, const char* name) {
    aliyun::Parameters pairs;
    for (const QJsonValue& pair : object.value(QLatin1StringView(name)).toArray()) {
        pairs.append({pair[0].toString().toUtf8(), pair[1].toString().toUtf8()});
    }
    return pairs;
}

} // namespace miaobu::test
