#include "aliyun/routine/routine_answers.h"

#include "aliyun/wire/json_list.h"
#include "aliyun/wire/json_number.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

QStringList versionsOf(const QJsonObject& environment) {
    QStringList versions;
    for (const QJsonValue& version : environment.value("CodeDeploy"_L1).toObject().value("CodeVersions"_L1).toArray()) {
        if (version["Percentage"_L1].toInteger(100) > 0) {
            versions.append(idText(version["CodeVersion"_L1], u"CodeVersion"_s));
        }
    }
    return versions;
}

// The service gives descriptions back in base64; what is none was written in clear.
QString decoded(const QString& description) {
    const auto bytes = QByteArray::fromBase64Encoding(description.toUtf8(), QByteArray::AbortOnBase64DecodingErrors);
    return bytes.decodingStatus == QByteArray::Base64DecodingStatus::Ok ? QString::fromUtf8(bytes.decoded)
                                                                        : description;
}

} // namespace

RoutineDeployments routineDeployments(const QJsonObject& answer) {
    RoutineDeployments deployments;
    for (const QJsonValue& environment : listIn(answer, u"Envs"_s)) {
        const QString name = environment["Env"_L1].toString();
        if (name == "staging"_L1) {
            deployments.staging += versionsOf(environment.toObject());
        } else if (name == "production"_L1) {
            deployments.production += versionsOf(environment.toObject());
        }
    }
    return deployments;
}

QList<RoutineVersion> routineVersions(const QJsonObject& answer) {
    QList<RoutineVersion> versions;
    for (const QJsonValue& value : listIn(answer, u"CodeVersions"_s)) {
        RoutineVersion version;
        version.version = idText(value["CodeVersion"_L1], u"CodeVersion"_s);
        version.description = decoded(value["CodeDescription"_L1].toString());
        version.createdAt = QDateTime::fromString(value["CreateTime"_L1].toString(), Qt::ISODate).toUTC();
        versions.append(version);
    }
    return versions;
}

} // namespace miaobu::aliyun
