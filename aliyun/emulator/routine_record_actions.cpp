#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/name_match.h"
#include "aliyun/emulator/page.h"
#include "aliyun/emulator/routine_state.h"

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

QJsonObject createRelatedRecord(EsaState& state, const ApiParameters& parameters) {
    const QString routine = existingRoutine(state, parameters).value(u"RoutineName"_s).toString();
    const QJsonObject site = existingSite(state, parameters);
    const std::string name = lowerCase(parameters.text("RecordName"));
    const std::string siteName = toStd(site.value(u"SiteName"_s).toString());
    if (!isHostName(name) || (name != siteName && !name.ends_with("." + siteName))) {
        throw ServiceFault{400, "InvalidRecordName", "The record name is no host name of the site."};
    }
    for (const auto& [id, other] : state.records.all()) {
        if (other.value(u"RecordName"_s) == toQt(name)) {
            throw ServiceFault{400, "RecordAlreadyExist", "A record of this name exists already."};
        }
    }
    const long long id = state.nextId();
    state.records.put(idName(id),
        {{u"RecordId"_s, id}, {u"RecordName"_s, toQt(name)}, {u"SiteId"_s, site.value(u"SiteId"_s)},
            {u"SiteName"_s, site.value(u"SiteName"_s)}, {u"Proxied"_s, true}, {u"CreateTime"_s, isoNow()},
            {u"RecordCname"_s, toQt(name) + u'.' + site.value(u"CnameZone"_s).toString()}, {u"routine"_s, routine}});
    state.routinesChanged();
    return {{u"RecordId"_s, id}, {u"Status"_s, u"OK"_s}};
}

QJsonObject listRelatedRecords(EsaState& state, const ApiParameters& parameters) {
    const Page page = pageOf(parameters, 500, 500);
    const QJsonValue routine = existingRoutine(state, parameters).value(u"RoutineName"_s);
    const QString wanted = toQt(parameters.text("SearchKeyWord"));
    QList<QJsonObject> records;
    for (const auto& [id, record] : state.records.all()) {
        if (record.value(u"routine"_s) == routine && record.value(u"RecordName"_s).toString().contains(wanted)) {
            records.append(
                {{u"RecordId"_s, record.value(u"RecordId"_s)}, {u"RecordName"_s, record.value(u"RecordName"_s)},
                    {u"SiteId"_s, record.value(u"SiteId"_s)}, {u"SiteName"_s, record.value(u"SiteName"_s)}});
        }
    }
    return pageAnswer(u"RelatedRecords"_s, records, page);
}

QJsonObject deleteRelatedRecord(EsaState& state, const ApiParameters& parameters) {
    const QJsonValue routine = existingRoutine(state, parameters).value(u"RoutineName"_s);
    const std::string name = idName(parameters.integer("RecordId", 0));
    const auto record = state.records.find(name);
    if (!record || record->value(u"routine"_s) != routine) {
        throw ServiceFault{404, "RecordNotFound", "The specified record does not exist."};
    }
    state.records.remove(name);
    state.routinesChanged();
    return {{u"Status"_s, u"OK"_s}};
}

} // namespace

std::vector<ApiAction> routineRecordActions() {
    const ApiParameter name{"Name", true};
    const ApiParameter site{"SiteId", true};
    const ApiParameter record{"RecordName", true};
    const ApiParameter siteName{"SiteName"}; // Alibaba's esa-cli sends it beside the id.
    return {
        {esaVersion, "CreateRoutineRelatedRecord", "GET|POST", {name, site, record, siteName},
            onEsa<createRelatedRecord>},
        {esaVersion, "ListRoutineRelatedRecords", "GET|POST", {name, {"PageNumber"}, {"PageSize"}, {"SearchKeyWord"}},
            onEsa<listRelatedRecords>},
        {esaVersion, "DeleteRoutineRelatedRecord", "GET|POST", {name, site, record, {"RecordId", true}, siteName},
            onEsa<deleteRelatedRecord>},
    };
}

} // namespace miaobu::emulator
