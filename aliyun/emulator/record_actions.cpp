#include "aliyun/emulator/esa_state.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/name_match.h"
#include "aliyun/emulator/page.h"
#include "aliyun/emulator/record_rules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

std::string siteNameOf(const QJsonObject& site) {
    return toStd(site.value(u"SiteName"_s).toString());
}

std::string checkedName(const QJsonObject& site, const std::string& given) {
    std::string name = lowerCase(given);
    const std::string host = name.starts_with("*.") ? name.substr(2) : name;
    const std::string siteName = siteNameOf(site);
    if (!isHostName(host) || (host != siteName && !host.ends_with("." + siteName))) {
        throw ServiceFault{400, "InvalidRecordName", "The record name is no host name of the site."};
    }
    return name;
}

QJsonObject existingRecord(const EsaState& state, const ApiParameters& parameters) {
    const auto record = state.records.find(idName(parameters.integer("RecordId", 0)));
    if (!record || record->contains(u"routine"_s)) {
        throw ServiceFault{404, "RecordNotFound", "The specified record does not exist."};
    }
    return *record;
}

bool isSame(const QJsonObject& one, const QJsonObject& other, QLatin1StringView member) {
    return one.value(member) == other.value(member);
}

/// A CNAME stands alone; others may share a name, though not be there twice.
void checkNoConflict(const EsaState& state, const QJsonObject& record) {
    const auto conflicts = [&record](const auto& entry) {
        const QJsonObject& other = entry.second;
        const bool here = isSame(record, other, "SiteId"_L1) && isSame(record, other, "RecordName"_L1)
            && !isSame(record, other, "RecordId"_L1);
        const bool alone = record.value(u"RecordType"_s) == u"CNAME"_s || other.value(u"RecordType"_s) == u"CNAME"_s
            || other.contains(u"routine"_s);
        return here
            && (alone
                || (isSame(record, other, "RecordType"_L1)
                    && (isSame(record, other, "Data"_L1) || record.value(u"RecordType"_s) == u"A/AAAA"_s)));
    };
    const auto records = state.records.all();
    if (std::any_of(records.begin(), records.end(), conflicts)) {
        throw ServiceFault{400, "RecordAlreadyExist", "A record of this name and type exists already."};
    }
}

/// The secret of another account's bucket is never shown.
QJsonObject shownRecord(const QJsonObject& record) {
    QJsonObject answer = shown(record);
    if (answer.contains(u"AuthConf"_s)) {
        QJsonObject authorization = answer.value(u"AuthConf"_s).toObject();
        authorization.remove(u"SecretKey"_s);
        answer.insert(u"AuthConf"_s, authorization);
    }
    return answer;
}

QJsonObject createRecord(EsaState& state, const ApiParameters& parameters) {
    const QJsonObject site = existingSite(state, parameters);
    const std::string name = checkedName(site, parameters.text("RecordName"));
    const std::string label = name.starts_with("*.") ? "wildcard" + name.substr(1) : name;
    const long long id = state.nextId();
    QJsonObject record{{u"RecordId"_s, id}, {u"RecordName"_s, toQt(name)}, {u"SiteId"_s, site.value(u"SiteId"_s)},
        {u"SiteName"_s, site.value(u"SiteName"_s)}, {u"Proxied"_s, false}, {u"CreateTime"_s, isoNow()},
        {u"RecordCname"_s, toQt(label) + u'.' + site.value(u"CnameZone"_s).toString()}};
    applyRecord(record, parameters);
    checkNoConflict(state, record);
    state.records.put(idName(id), record);
    return {{u"RecordId"_s, id}};
}

QJsonObject updateRecord(EsaState& state, const ApiParameters& parameters) {
    QJsonObject record = existingRecord(state, parameters);
    applyRecord(record, parameters);
    checkNoConflict(state, record);
    state.records.put(idName(record.value(u"RecordId"_s).toInteger()), record);
    return {};
}

QJsonObject getRecord(EsaState& state, const ApiParameters& parameters) {
    return {{u"RecordModel"_s, shownRecord(existingRecord(state, parameters))}};
}

QJsonObject deleteRecord(EsaState& state, const ApiParameters& parameters) {
    const QJsonObject record = existingRecord(state, parameters);
    state.records.remove(idName(record.value(u"RecordId"_s).toInteger()));
    return {};
}

bool isWanted(const QJsonObject& record, const ApiParameters& parameters, const std::string& way) {
    const auto fits = [&](const std::string& name, const QString& member) {
        return !parameters.has(name) || record.value(member) == toQt(parameters.text(name));
    };
    const bool named = !parameters.has("RecordName")
        || matchesName(toStd(record.value(u"RecordName"_s).toString()), lowerCase(parameters.text("RecordName")), way);
    const bool proxied
        = !parameters.has("Proxied") || record.value(u"Proxied"_s).toBool() == parameters.flag("Proxied");
    return named && proxied && fits("Type", u"RecordType"_s) && fits("SourceType", u"RecordSourceType"_s)
        && fits("BizName", u"BizName"_s);
}

QList<QJsonObject> matching(const EsaState& state, const ApiParameters& parameters, bool ofRoutines) {
    checkOneOf(parameters, "RecordMatchType", {"exact", "prefix", "suffix", "fuzzy"});
    const std::string way = parameters.has("RecordMatchType") ? parameters.text("RecordMatchType") : "exact";
    const QJsonValue site = existingSite(state, parameters).value(u"SiteId"_s);
    QList<QJsonObject> records;
    for (const auto& [id, record] : state.records.all()) {
        if (record.value(u"SiteId"_s) == site && record.contains(u"routine"_s) == ofRoutines
            && isWanted(record, parameters, way)) {
            records.append(shownRecord(record));
        }
    }
    return records;
}

QJsonObject listRecords(EsaState& state, const ApiParameters& parameters) {
    const Page page = pageOf(parameters, 500, 500);
    return pageAnswer(u"Records"_s, matching(state, parameters, false), page);
}

QJsonObject listEdgeRoutineRecords(EsaState& state, const ApiParameters& parameters) {
    const Page page = pageOf(parameters, 500, 500);
    return pageAnswer(u"Records"_s, matching(state, parameters, true), page);
}

} // namespace

std::vector<ApiAction> recordActions() {
    const ApiParameter site{"SiteId", true};
    const ApiParameter record{"RecordId", true};
    return {
        {esaVersion, "CreateRecord", "POST",
            {site, {"RecordName", true}, {"Type", true}, {"Data", true}, {"Ttl", true}, {"Proxied"}, {"BizName"},
                {"SourceType"}, {"HostPolicy"}, {"AuthConf"}, {"Comment"}, {"HttpPorts"}, {"HttpsPorts"}},
            onEsa<createRecord>},
        {esaVersion, "UpdateRecord", "POST",
            {record, {"Data", true}, {"Type"}, {"Ttl"}, {"Proxied"}, {"BizName"}, {"SourceType"}, {"HostPolicy"},
                {"AuthConf"}, {"Comment"}, {"HttpPorts"}, {"HttpsPorts"}},
            onEsa<updateRecord>},
        {esaVersion, "GetRecord", "GET", {record}, onEsa<getRecord>},
        {esaVersion, "ListRecords", "GET",
            {site, {"RecordName"}, {"RecordMatchType"}, {"Type"}, {"SourceType"}, {"Proxied"}, {"BizName"},
                {"CustomPort"}, {"PageNumber"}, {"PageSize"}},
            onEsa<listRecords>},
        {esaVersion, "ListEdgeRoutineRecords", "GET",
            {site, {"RecordName"}, {"RecordMatchType"}, {"PageNumber"}, {"PageSize"}}, onEsa<listEdgeRoutineRecords>},
        {esaVersion, "DeleteRecord", "POST", {record}, onEsa<deleteRecord>},
    };
}

} // namespace miaobu::emulator
