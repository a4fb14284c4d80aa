// Alibaba Cloud DNS 2015-01-09, over the zones that a test has ordered (esa_controls.h).
#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/esa_state.h"
#include "aliyun/emulator/json_text.h"

#include <QJsonArray>

#include <algorithm>
#include <regex>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

std::string existingZone(const EsaState& state, const std::string& name) {
    if (!state.zones.contains(lowerCase(name))) {
        throw ServiceFault{400, "InvalidDomainName.NoExist", "The specified domain name does not exist."};
    }
    return lowerCase(name);
}

std::string hostOf(const QJsonObject& record) {
    const std::string label = toStd(record.value(u"RR"_s).toString());
    const std::string zone = toStd(record.value(u"DomainName"_s).toString());
    return label == "@" ? zone : label + "." + zone;
}

/// A CNAME stands alone, and nothing stands twice.
void checkNoConflict(const EsaState& state, const QJsonObject& record) {
    for (const auto& [id, other] : state.zoneRecords.all()) {
        const bool isHere
            = hostOf(other) == hostOf(record) && other.value(u"RecordId"_s) != record.value(u"RecordId"_s);
        const bool isSameType = other.value(u"Type"_s) == record.value(u"Type"_s);
        if (isHere && isSameType && other.value(u"Value"_s) == record.value(u"Value"_s)) {
            throw ServiceFault{400, "DomainRecordDuplicate", "The DNS record already exists."};
        }
        if (isHere && (other.value(u"Type"_s) == u"CNAME"_s || record.value(u"Type"_s) == u"CNAME"_s)) {
            throw ServiceFault{400, "DomainRecordConflict", "The DNS record conflicts with another one."};
        }
    }
}

QJsonObject describe(EsaState& state, const ApiParameters& parameters) {
    const std::string host = lowerCase(parameters.text("SubDomain"));
    existingZone(state, parameters.text("DomainName"));
    QJsonArray records;
    for (const auto& [id, record] : state.zoneRecords.all()) {
        if (hostOf(record) == host
            && (!parameters.has("Type") || record.value(u"Type"_s) == toQt(parameters.text("Type")))) {
            records.append(record);
        }
    }
    return {{u"DomainRecords"_s, QJsonObject{{u"Record"_s, records}}}, {u"TotalCount"_s, records.size()},
        {u"PageNumber"_s, 1}, {u"PageSize"_s, 20}};
}

void checkValue(const std::string& type, const std::string& value) {
    static const std::regex isAddress("\\d{1,3}(\\.\\d{1,3}){3}");
    if (type == "A" && !std::regex_match(value, isAddress)) {
        throw ServiceFault{400, "InvalidDomainRecord.Value", "The value of the record does not fit its type."};
    }
}

QJsonObject put(EsaState& state, QJsonObject record, const ApiParameters& parameters) {
    checkValue(parameters.text("Type"), parameters.text("Value"));
    record.insert(u"RR"_s, toQt(lowerCase(parameters.text("RR"))));
    record.insert(u"Type"_s, toQt(parameters.text("Type")));
    record.insert(u"Value"_s, toQt(parameters.text("Value")));
    record.insert(u"TTL"_s, parameters.integer("TTL", 600));
    checkNoConflict(state, record);
    state.zoneRecords.put(toStd(record.value(u"RecordId"_s).toString()), record);
    return {{u"RecordId"_s, record.value(u"RecordId"_s)}};
}

QJsonObject add(EsaState& state, const ApiParameters& parameters) {
    const std::string zone = existingZone(state, parameters.text("DomainName"));
    const QString id = QString::number(state.nextLargeId());
    return put(state,
        {{u"RecordId"_s, id}, {u"DomainName"_s, toQt(zone)}, {u"Line"_s, u"default"_s}, {u"Status"_s, u"ENABLE"_s}},
        parameters);
}

QJsonObject existingRecord(const EsaState& state, const ApiParameters& parameters) {
    const auto record = state.zoneRecords.find(parameters.text("RecordId"));
    if (!record) {
        throw ServiceFault{400, "DomainRecordNotBelongToUser", "The DNS record is not of this user."};
    }
    return *record;
}

QJsonObject update(EsaState& state, const ApiParameters& parameters) {
    return put(state, existingRecord(state, parameters), parameters);
}

QJsonObject remove(EsaState& state, const ApiParameters& parameters) {
    const QString id = existingRecord(state, parameters).value(u"RecordId"_s).toString();
    state.zoneRecords.remove(toStd(id));
    return {{u"RecordId"_s, id}};
}

} // namespace

std::vector<ApiAction> zoneActions() {
    const ApiParameter zone{"DomainName", true};
    const ApiParameter record{"RecordId", true};
    const ApiParameter label{"RR", true};
    const ApiParameter type{"Type", true};
    const ApiParameter value{"Value", true};
    const ApiParameter language{"Lang"};
    const ApiParameter address{"UserClientIp"};
    return {
        {alidnsVersion, "DescribeSubDomainRecords", "GET|POST",
            {{"SubDomain", true}, {"DomainName"}, {"Type"}, {"Line"}, {"PageNumber"}, {"PageSize"}, language, address},
            onEsa<describe>},
        {alidnsVersion, "AddDomainRecord", "GET|POST",
            {zone, label, type, value, {"TTL"}, {"Line"}, {"Priority"}, language, address}, onEsa<add>},
        {alidnsVersion, "UpdateDomainRecord", "GET|POST",
            {record, label, type, value, {"TTL"}, {"Line"}, {"Priority"}, language, address}, onEsa<update>},
        {alidnsVersion, "DeleteDomainRecord", "GET|POST", {record, language, address}, onEsa<remove>},
    };
}

} // namespace miaobu::emulator
