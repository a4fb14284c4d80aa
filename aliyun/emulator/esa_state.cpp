#include "aliyun/emulator/esa_state.h"

#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/json_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

QJsonObject firstSite(long long id, const std::string& name) {
    return {{u"SiteId"_s, id}, {u"SiteName"_s, toQt(name)}, {u"Status"_s, u"active"_s}, {u"AccessType"_s, u"CNAME"_s},
        {u"Coverage"_s, u"overseas"_s}, {u"InstanceId"_s, u"esa-site-emulator"_s}, {u"PlanName"_s, u"basic"_s},
        {u"PlanSpecName"_s, u"basic"_s}, {u"CnameZone"_s, u"emulator.cname.localhost"_s},
        {u"NameServerList"_s, u"ns1.emulator.localhost,ns2.emulator.localhost"_s},
        {u"VerifyCode"_s, toQt("verify_" + randomHex(16))}, {u"CreateTime"_s, isoNow()}, {u"UpdateTime"_s, isoNow()}};
}

} // namespace

EsaState::EsaState(const std::string& folder, long long siteId, const std::string& siteName)
    : sites(folder + "/sites"), records(folder + "/records"), hostnames(folder + "/hostnames"),
      certificates(folder + "/certificates"), routines(folder + "/routines"), codeVersions(folder + "/versions"),
      routes(folder + "/routes"), purges(folder + "/purges"), zoneRecords(folder + "/zones"),
      uploads(folder + "/uploads") {
    if (!sites.find(idName(siteId))) {
        sites.put(idName(siteId), firstSite(siteId, siteName));
    }
}

long long EsaState::nextLargeId() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    // No two within a microsecond, so that nextId() is unique, too.
    m_lastId = std::max<long long>(m_lastId + 1'000, std::chrono::duration_cast<std::chrono::nanoseconds>(now).count());
    return m_lastId;
}

QJsonObject visitorsRecord(EsaState& state, long long siteId) {
    const std::lock_guard lock(state.mutex);
    const QJsonObject site = *state.sites.find(idName(siteId));
    const QString name = u"visitors."_s + site.value(u"SiteName"_s).toString();
    for (const auto& [id, record] : state.records.all()) {
        if (record.value(u"RecordName"_s) == name) {
            return record;
        }
    }
    const long long id = state.nextId();
    const QJsonObject record{{u"RecordId"_s, id}, {u"RecordName"_s, name}, {u"SiteId"_s, siteId},
        {u"SiteName"_s, site.value(u"SiteName"_s)}, {u"RecordType"_s, u"CNAME"_s}, {u"RecordSourceType"_s, u"Domain"_s},
        {u"Data"_s, QJsonObject{{u"Value"_s, u"127.0.0.1"_s}}}, {u"Proxied"_s, true}, {u"BizName"_s, u"web"_s},
        {u"Ttl"_s, 1}, {u"CreateTime"_s, isoNow()},
        {u"RecordCname"_s, name + u'.' + site.value(u"CnameZone"_s).toString()}};
    state.records.put(idName(id), record);
    return record;
}

std::string idName(long long id) {
    const std::string digits = std::to_string(id);
    return std::string(20 - std::min<std::size_t>(20, digits.size()), '0') + digits;
}

QJsonObject existingSite(const EsaState& state, const ApiParameters& parameters) {
    const auto site = state.sites.find(idName(parameters.integer("SiteId", 0)));
    if (!site) {
        throw ServiceFault{404, "SiteNotFound", "The specified site does not exist."};
    }
    return *site;
}

QJsonObject shown(QJsonObject object) {
    for (const QString& name : object.keys()) {
        if (name.front().isLower()) {
            object.remove(name);
        }
    }
    return object;
}

qint64 millisecondsNow() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

QString isoNow() {
    return toQt(isoDate(std::chrono::system_clock::now()));
}

bool hasSettled(const EsaState& state, qint64 since) {
    return millisecondsNow() - since >= state.pace.count();
}

void checkOneOf(
    const ApiParameters& parameters, const std::string& name, std::initializer_list<std::string_view> allowed) {
    const std::string value = parameters.text(name);
    if (parameters.has(name) && std::find(allowed.begin(), allowed.end(), value) == allowed.end()) {
        throw ServiceFault{400, "Invalid" + name, "The specified " + name + " is not one of those that there are."};
    }
}

} // namespace miaobu::emulator
