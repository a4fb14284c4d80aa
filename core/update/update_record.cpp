#include "core/update/update_record.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QString written(const QDateTime& time) {
    return time.toString(Qt::ISODateWithMs);
}

QDateTime readTime(const QJsonValue& value) {
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

} // namespace

QByteArray toJson(const UpdateRecord& record) {
    const QJsonObject object{{u"triedAt"_s, written(record.triedAt)}, {u"answeredAt"_s, written(record.answeredAt)},
        {u"etag"_s, QString::fromLatin1(record.etag)}, {u"tag"_s, record.tag},
        {u"failure"_s, record.failure ? errorKindName(*record.failure) : QString()}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

UpdateRecord updateRecordFrom(const QByteArray& json) {
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    UpdateRecord record;
    record.triedAt = readTime(object.value("triedAt"_L1));
    record.answeredAt = readTime(object.value("answeredAt"_L1));
    record.etag = object.value("etag"_L1).toString().toLatin1();
    record.tag = object.value("tag"_L1).toString();
    const QString failure = object.value("failure"_L1).toString();
    if (!failure.isEmpty()) {
        record.failure = errorKindFromName(failure);
    }
    return record;
}

} // namespace miaobu
