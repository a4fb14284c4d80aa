#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/esa_state.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/name_match.h"
#include "aliyun/emulator/page.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr std::string_view plan = "esa-site-emulator";
constexpr int sitesOfPlan = 5;

std::optional<QJsonObject> siteNamed(const EsaState& state, const std::string& name) {
    for (const auto& [id, site] : state.sites.all()) {
        if (site.value(u"SiteName"_s) == toQt(name)) {
            return site;
        }
    }
    return std::nullopt;
}

/// The code CheckSiteName and CreateSite refuse \a name with; empty when it is free.
std::string objectionTo(const EsaState& state, const std::string& name) {
    if (!isHostName(name) || name.find('.') == std::string::npos) {
        return "Site.InvalidName";
    }
    if (siteNamed(state, name)) {
        return "Site.AlreadyExist";
    }
    const auto sites = state.sites.all();
    const bool below = std::any_of(sites.begin(), sites.end(), [&name](const auto& entry) {
        return name.ends_with("." + toStd(entry.second.value(u"SiteName"_s).toString()));
    });
    return below ? "Site.SubSiteUnavailable" : std::string();
}

QJsonObject listSites(EsaState& state, const ApiParameters& parameters) {
    checkOneOf(parameters, "SiteSearchType", {"exact", "fuzzy", "prefix", "suffix"});
    const Page page = pageOf(parameters, 500, 500);
    QList<QJsonObject> sites;
    for (const auto& [id, site] : state.sites.all()) {
        const bool named = !parameters.has("SiteName")
            || matchesName(toStd(site.value(u"SiteName"_s).toString()), parameters.text("SiteName"),
                parameters.has("SiteSearchType") ? parameters.text("SiteSearchType") : "exact");
        const auto fits = [&](const std::string& name) {
            return !parameters.has(name) || site.value(toQt(name)) == toQt(parameters.text(name));
        };
        // None has a tag.
        if (named && fits("AccessType") && fits("Coverage") && fits("Status") && !parameters.has("TagFilter")) {
            sites.append(shown(site));
        }
    }
    return pageAnswer(u"Sites"_s, sites, page);
}

QJsonObject getSite(EsaState& state, const ApiParameters& parameters) {
    return {{u"SiteModel"_s, shown(existingSite(state, parameters))}};
}

QJsonObject createSite(EsaState& state, const ApiParameters& parameters) {
    checkOneOf(parameters, "AccessType", {"NS", "CNAME"});
    checkOneOf(parameters, "Coverage", {"domestic", "global", "overseas"});
    if (parameters.text("InstanceId") != plan) {
        throw ServiceFault{400, "InvalidInstanceId", "The specified plan instance does not exist."};
    }
    const std::string name = lowerCase(parameters.text("SiteName"));
    if (const std::string objection = objectionTo(state, name); !objection.empty()) {
        throw ServiceFault{400, objection, "The specified site name cannot be used."};
    }
    if (state.sites.all().size() >= sitesOfPlan) {
        throw ServiceFault{400, "Instance.SiteQuotaExceed", "The plan has no site left."};
    }
    const long long id = state.nextId();
    QJsonObject site = state.sites.all().begin()->second;
    site.insert(u"SiteId"_s, id);
    site.insert(u"SiteName"_s, toQt(name));
    site.insert(u"Status"_s, u"pending"_s);
    site.insert(u"AccessType"_s, toQt(parameters.text("AccessType")));
    site.insert(u"Coverage"_s, toQt(parameters.text("Coverage")));
    site.insert(u"CnameZone"_s, toQt(name + ".cname.localhost"));
    site.insert(u"VerifyCode"_s, toQt("verify_" + randomHex(16)));
    site.insert(u"CreateTime"_s, isoNow());
    site.insert(u"UpdateTime"_s, isoNow());
    site.insert(u"createdAt"_s, millisecondsNow());
    state.sites.put(idName(id), site);
    return {{u"SiteId"_s, id}, {u"NameServerList"_s, site.value(u"NameServerList"_s)},
        {u"VerifyCode"_s, site.value(u"VerifyCode"_s)}};
}

/// Nobody is asked for a TXT record or a delegation: a site is verified as soon as its pace has passed.
QJsonObject verifySite(EsaState& state, const ApiParameters& parameters) {
    QJsonObject site = existingSite(state, parameters);
    const bool passed = hasSettled(state, site.value(u"createdAt"_s).toInteger());
    if (passed && site.value(u"Status"_s) == u"pending"_s) {
        site.insert(u"Status"_s, u"active"_s);
        state.sites.put(idName(site.value(u"SiteId"_s).toInteger()), site);
    }
    return {{u"Passed"_s, passed}};
}

QJsonObject checkSiteName(EsaState& state, const ApiParameters& parameters) {
    const std::string objection = objectionTo(state, lowerCase(parameters.text("SiteName")));
    return {{u"Passed"_s, objection.empty()}, {u"Description"_s, toQt(objection)},
        {u"IsSubSite"_s, objection == "Site.SubSiteUnavailable"}};
}

QJsonObject getMatchSite(EsaState& state, const ApiParameters& parameters) {
    const std::string host = lowerCase(parameters.text("RecordName"));
    QJsonObject best;
    for (const auto& [id, site] : state.sites.all()) {
        const std::string name = toStd(site.value(u"SiteName"_s).toString());
        const bool longer = best.value(u"SiteName"_s).toString().size() < toQt(name).size();
        if (longer && (host == name || host.ends_with("." + name))) {
            best = site;
        }
    }
    if (best.isEmpty()) {
        throw ServiceFault{404, "SiteNotFound", "No site matches the record name."};
    }
    return {{u"SiteId"_s, best.value(u"SiteId"_s)}, {u"SiteName"_s, best.value(u"SiteName"_s)}};
}

QJsonObject listUserRatePlanInstances(EsaState& state, const ApiParameters& parameters) {
    const Page page = pageOf(parameters, 500, 500);
    QJsonArray sites;
    for (const auto& [id, site] : state.sites.all()) {
        sites.append(QJsonObject{{u"SiteId"_s, site.value(u"SiteId"_s)}, {u"SiteName"_s, site.value(u"SiteName"_s)},
            {u"SiteStatus"_s, site.value(u"Status"_s)}});
    }
    const bool full = sites.size() >= sitesOfPlan && parameters.flag("CheckRemainingSiteQuota");
    const QJsonObject instance{{u"InstanceId"_s, toQt(plan)}, {u"PlanName"_s, u"basic"_s},
        {u"SiteQuota"_s, QString::number(sitesOfPlan)}, {u"Status"_s, u"online"_s},
        {u"Coverages"_s, u"domestic,global,overseas"_s}, {u"ExpireTime"_s, u"2099-12-31T16:00:00Z"_s},
        {u"Sites"_s, sites}};
    return pageAnswer(u"InstanceInfo"_s, full ? QList<QJsonObject>() : QList<QJsonObject>{instance}, page);
}

} // namespace

std::vector<ApiAction> siteActions() {
    const ApiParameter site{"SiteId", true};
    return {
        {esaVersion, "ListSites", "GET",
            {{"SiteName"}, {"SiteSearchType"}, {"AccessType"}, {"Coverage"}, {"Status"}, {"PlanSubscribeType"},
                {"OnlyEnterprise"}, {"OrderBy"}, {"TagFilter"}, {"ResourceGroupId"}, {"PageNumber"}, {"PageSize"}},
            onEsa<listSites>},
        {esaVersion, "GetSite", "GET", {site}, onEsa<getSite>},
        {esaVersion, "CreateSite", "POST",
            {{"SiteName", true}, {"AccessType", true}, {"Coverage", true}, {"InstanceId", true}, {"ResourceGroupId"}},
            onEsa<createSite>},
        {esaVersion, "VerifySite", "POST", {site}, onEsa<verifySite>},
        {esaVersion, "CheckSiteName", "POST", {{"SiteName", true}}, onEsa<checkSiteName>},
        {esaVersion, "GetMatchSite", "GET", {{"RecordName", true}}, onEsa<getMatchSite>},
        {esaVersion, "ListUserRatePlanInstances", "GET",
            {{"InstanceId"}, {"PlanNameEn"}, {"PlanType"}, {"SubscribeType"}, {"Status"}, {"CheckRemainingSiteQuota"},
                {"RemainingExpireDays"}, {"SortBy"}, {"SortOrder"}, {"PageNumber"}, {"PageSize"}},
            onEsa<listUserRatePlanInstances>},
    };
}

} // namespace miaobu::emulator
