#include "core/model/routing_entry.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QString takeText(QJsonObject& object, const QString& key) {
    const QJsonValue value = object.take(key);
    if (!value.isString() && !value.isUndefined() && !value.isNull()) {
        throw Error(ErrorKind::MalformedResponse, key, u"not a text"_s);
    }
    return value.toString();
}

void putText(QJsonObject& object, const QString& key, const QString& value) {
    if (!value.isEmpty()) {
        object.insert(key, value);
    }
}

} // namespace

QByteArray toJson(const RoutingEntry& entry) {
    QJsonObject object = entry.others;
    object.insert(u"type"_s, entry.type);
    putText(object, u"oss_path"_s, entry.objectPath);
    putText(object, u"fc_endpoint"_s, entry.functionEndpoint);
    object.insert(u"project_slug"_s, entry.projectSlug);
    object.insert(u"deployment_id"_s, entry.deployment);
    putText(object, u"commit_sha"_s, entry.commit);
    object.insert(u"updated_at"_s, entry.updatedAt.toUTC().toString(Qt::ISODateWithMs));
    object.insert(u"is_spa"_s, entry.isSpa);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

RoutingEntry routingEntryFromJson(const QByteArray& json) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject()) {
        throw Error(ErrorKind::MalformedResponse, u"routing entry"_s, u"not a JSON object"_s);
    }
    QJsonObject object = document.object();
    RoutingEntry entry;
    const QString type = takeText(object, u"type"_s);
    entry.type = type.isEmpty() ? u"static"_s : type;
    entry.objectPath = takeText(object, u"oss_path"_s);
    entry.functionEndpoint = takeText(object, u"fc_endpoint"_s);
    entry.projectSlug = takeText(object, u"project_slug"_s);
    entry.deployment = object.take(u"deployment_id"_s).toInteger();
    entry.commit = takeText(object, u"commit_sha"_s);
    entry.updatedAt = QDateTime::fromString(takeText(object, u"updated_at"_s), Qt::ISODateWithMs);
    entry.isSpa = object.take(u"is_spa"_s).toBool();
    entry.others = object;
    return entry;
}

} // namespace miaobu
