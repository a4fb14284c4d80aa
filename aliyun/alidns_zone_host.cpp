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

/// The zone is kept elsewhere, or the key may not see it.
bool isElsewhere(const Error& error) {
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::AccessDenied
        || error.kind == ErrorKind::NotActivated || error.detail.startsWith("InvalidDomainName"_L1)
        || error.detail.startsWith("IncorrectDomainUser"_L1);
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

QCoro::Task<std::optional<QString>> AlidnsZoneHost::zoneOf(QString host, std::stop_token stop) {
    const QString zone = miaobu::zoneOf(host);
    try {
        (void)co_await list(zone, host, stop);
        co_return std::optional<QString>(zone);
    } catch (const Error& error) {
        if (!isElsewhere(error)) {
            throw;
        }
    }
    co_return std::nullopt;
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
