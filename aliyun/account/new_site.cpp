#include "aliyun/account/new_site.h"

#include "aliyun/account/account_lists.h"
#include "aliyun/account/site_fields.h"
#include "aliyun/wire/esa_actions.h"
#include "aliyun/wire/json_number.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

using Objection = SiteAddition::Objection;

/// What CheckSiteName has against the name.
QCoro::Task<Objection> objectionTo(RpcClient esa, QString domain, std::stop_token stop) {
    RpcCall call = esaCall("CheckSiteName", {{"SiteName", domain.toUtf8()}});
    call.subject = domain;
    const QJsonObject answer = co_await esa.call(std::move(call), stop);
    const QString description = answer.value("Description"_L1).toString();
    if (answer.value("Passed"_L1).toBool()) {
        co_return Objection::None;
    }
    if (description == "Site.AlreadyExist"_L1) {
        co_return Objection::NameTaken;
    }
    if (description == "Site.SubSiteUnavailable"_L1) {
        co_return Objection::BelowAnother;
    }
    if (description == "Site.InvalidName"_L1) {
        co_return Objection::NameInvalid;
    }
    throw Error(ErrorKind::ServiceError, domain, description);
}

QCoro::Task<CloudChoices::Site> create(RpcClient esa, SiteDraft draft, std::stop_token stop) {
    RpcCall call = esaCall("CreateSite",
        {{"SiteName", draft.domain.toUtf8()}, {"AccessType", "NS"},
            {"Coverage", coverageName(draft.coverage).toLatin1()}, {"InstanceId", draft.planId.toUtf8()}});
    call.subject = draft.domain;
    const QJsonObject answer = co_await esa.call(std::move(call), stop);
    CloudChoices::Site site;
    site.id = wholeNumber(answer.value("SiteId"_L1), u"SiteId"_s);
    site.name = draft.domain;
    site.needsIcp = draft.coverage != SiteCoverage::Overseas;
    site.nameServers = nameServersIn(answer.value("NameServerList"_L1).toString());
    if (site.nameServers.isEmpty()) {
        throw Error(ErrorKind::MalformedResponse, u"CreateSite"_s, u"no name servers"_s);
    }
    co_return site;
}

} // namespace

QCoro::Task<SiteAddition> addSite(AccountAccess access, SiteDraft draft, std::stop_token stop) {
    const RpcClient esa = esaOf(access);
    SiteAddition addition;
    addition.objection = co_await objectionTo(esa, draft.domain, stop);
    if (addition.objection == Objection::None) {
        addition.site = co_await create(esa, draft, stop);
        co_return addition;
    }
    if (addition.objection == Objection::NameTaken) {
        // It may be this account that has it, of a call whose answer was lost.
        const QList<CloudChoices::Site> sites = co_await listSites(access, stop);
        const auto own = std::ranges::find(sites, draft.domain, &CloudChoices::Site::name);
        if (own != sites.end()) {
            co_return SiteAddition{Objection::None, *own};
        }
    }
    co_return addition;
}

QCoro::Task<bool> verifySite(AccountAccess access, qint64 siteId, std::stop_token stop) {
    const RpcClient esa = esaOf(access);
    RpcCall call = esaCall("VerifySite", {{"SiteId", QByteArray::number(siteId)}});
    call.subject = QString::number(siteId);
    const QJsonObject answer = co_await esa.call(std::move(call), stop);
    co_return answer.value("Passed"_L1).toBool();
}

} // namespace miaobu::aliyun
