#include "aliyun/account/site_fields.h"

#include "aliyun/wire/json_number.h"

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

QString coverageName(SiteCoverage coverage) {
    switch (coverage) {
    case SiteCoverage::Overseas:
        return u"overseas"_s;
    case SiteCoverage::Global:
        return u"global"_s;
    case SiteCoverage::Mainland:
        break;
    }
    return u"domestic"_s;
}

QStringList nameServersIn(const QString& text) {
    QStringList names;
    for (const QString& name : text.split(u',', Qt::SkipEmptyParts)) {
        names.append(name.trimmed());
    }
    return names;
}

CloudChoices::Site siteFrom(const QJsonValue& value) {
    const QString coverage = value["Coverage"_L1].toString();
    const QString status = value["Status"_L1].toString();
    CloudChoices::Site site{wholeNumber(value["SiteId"_L1], u"SiteId"_s), value["SiteName"_L1].toString(),
        status == "active"_L1, coverage == "domestic"_L1 || coverage == "global"_L1, {}, {}};
    if (status == "pending"_L1 && value["AccessType"_L1].toString() == "NS"_L1) {
        site.nameServers = nameServersIn(value["NameServerList"_L1].toString());
    } else if (status == "pending"_L1) {
        site.verifyCode = value["VerifyCode"_L1].toString();
    }
    return site;
}

CloudChoices::SitePlan planFrom(const QJsonValue& value) {
    CloudChoices::SitePlan plan{value["InstanceId"_L1].toString(), value["PlanName"_L1].toString(), {}};
    for (const SiteCoverage coverage : {SiteCoverage::Overseas, SiteCoverage::Global, SiteCoverage::Mainland}) {
        if (value["Coverages"_L1].toString().split(u',').contains(coverageName(coverage))) {
            plan.coverages.append(coverage);
        }
    }
    return plan;
}

} // namespace miaobu::aliyun
