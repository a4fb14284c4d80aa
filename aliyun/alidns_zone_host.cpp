#include "aliyun/alidns_zone_host.h"

#include "aliyun/wire/alidns_actions.h"
#include "core/async/error.h"
#include "core/domains/host_name.h"
#include "core/net/http_message.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

constexpr int recordsOnOnePage = 500;

/// The zone is kept elsewhere.
bool isElsewhere(const Error& error) {
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::NotActivated
        || error.detail.startsWith("InvalidDomainName"_L1) || error.detail.startsWith("IncorrectDomainUser"_L1);
}

/// The service names the action that it misses, where it can.
QString permissionIn(const Error& denied, const QString& asked) {
    return denied.subject.startsWith("alidns:"_L1) ? denied.subject : asked;
}

QString hostOf(const ZoneRecord& record) {
    return record.name == "@"_L1 ? record.zone : record.name + u'.' + record.zone;
}

} // namespace

QUrl alidnsEndpointFor(const QUrl& edgeEndpoint) {
    return isLoopbackHost(edgeEndpoint.host(QUrl::FullyEncoded).toLatin1()) ? edgeEndpoint
                                                                            : QUrl(u"https://alidns.aliyuncs.com"_s);
}

QCoro::Task<QList<AlidnsZoneHost::Found>> AlidnsZoneHost::list(QString zone, QString host, std::stop_token stop) const {
    RpcCall call = alidnsCall("DescribeSubDomainRecords",
        {{"SubDomain", host.toUtf8()}, {"DomainName", zone.toUtf8()}, {"PageNumber", "1"},
            {"PageSize", QByteArray::number(recordsOnOnePage)}});
    call.subject = host;
    const QJsonObject answer = co_await m_alidns.call(std::move(call), stop);
    QList<Found> found;
    for (const QJsonValue& record : answer.value("DomainRecords"_L1)["Record"_L1].toArray()) {
        found.append({record["RecordId"_L1].toString(), record["Type"_L1].toString(), record["Value"_L1].toString()});
    }
    co_return QList<Found>(found);
}

QCoro::Task<ZoneAccess> AlidnsZoneHost::accessTo(QString host, std::stop_token stop) {
    const QString zone = miaobu::zoneOf(host);
    ZoneAccess access;
    try {
        (void)co_await list(zone, host, stop);
        access.zone = zone;
    } catch (const Error& error) {
        if (error.kind == ErrorKind::AccessDenied) {
            access.missing.append(permissionIn(error, u"alidns:DescribeSubDomainRecords"_s));
        } else if (!isElsewhere(error)) {
            throw;
        }
    }
    if (!access.zone.isEmpty()) {
        const QString missing = co_await tryToAdd(zone, stop);
        access.missing = missing.isEmpty() ? QStringList() : QStringList{missing};
    }
    co_return access;
}

QCoro::Task<QString> AlidnsZoneHost::tryToAdd(QString zone, std::stop_token stop) const {
    // An address that is none cannot be added; who may not add is told that before it is looked at.
    RpcCall call = alidnsCall("AddDomainRecord",
        {{"RR", "_miaobu-permission"}, {"Type", "A"}, {"Value", "no-address"}, {"DomainName", zone.toUtf8()}});
    call.subject = zone;
    try {
        (void)co_await m_alidns.call(std::move(call), stop);
    } catch (const Error& error) {
        if (error.kind == ErrorKind::AccessDenied) {
            co_return permissionIn(error, u"alidns:AddDomainRecord"_s);
        }
        // Whatever else the service says to it, it was asked by somebody who may.
        if (error.kind == ErrorKind::Cancelled || error.requestId.isEmpty()) {
            throw;
        }
    }
    co_return QString();
}

QCoro::Task<QString> AlidnsZoneHost::write(ZoneRecord record, std::stop_token stop) {
    const bool isAlone = record.type == "CNAME"_L1;
    const QList<Found> there = co_await list(record.zone, hostOf(record), stop);
    QString replaced;
    for (const Found& found : there) {
        if (found.type == record.type && found.value.compare(record.value, Qt::CaseInsensitive) == 0) {
            co_return QString(found.id);
        }
        const bool isInTheWay = isAlone != (found.type == "CNAME"_L1) && found.type != record.type;
        if (isInTheWay) {
            throw Error(ErrorKind::Conflict, hostOf(record), u"%1 %2"_s.arg(found.type, found.value));
        }
        if (isAlone && found.type == record.type) {
            replaced = found.id;
        }
    }
    Parameters what{{"RR", record.name.toUtf8()}, {"Type", record.type.toUtf8()}, {"Value", record.value.toUtf8()}};
    what.append(
        replaced.isEmpty() ? Parameter{"DomainName", record.zone.toUtf8()} : Parameter{"RecordId", replaced.toUtf8()});
    RpcCall call = alidnsCall(replaced.isEmpty() ? "AddDomainRecord"_ba : "UpdateDomainRecord"_ba, what);
    call.subject = hostOf(record);
    const QJsonObject answer = co_await m_alidns.call(std::move(call), stop);
    co_return answer.value("RecordId"_L1).toString();
}

QCoro::Task<> AlidnsZoneHost::remove(QString id, std::stop_token stop) {
    try {
        RpcCall call = alidnsCall("DeleteDomainRecord", {{"RecordId", id.toUtf8()}});
        call.subject = id;
        co_await m_alidns.call(std::move(call), stop);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::NotFound && !error.detail.contains("NotBelongToUser"_L1)
            && !error.detail.startsWith("DomainRecordNotBelong"_L1)) {
            throw;
        }
    }
}

} // namespace miaobu::aliyun
