#include "aliyun/account/site_view.h"

#include "aliyun/account/account_lists.h"
#include "aliyun/wire/esa_actions.h"

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

bool belongsTo(const QString& domain, const QString& site) {
    return domain == site || domain.endsWith(u'.' + site);
}

QCoro::Task<SiteView> namedSite(AccountAccess access, std::stop_token stop) {
    SiteView view;
    view.id = access.config.esa.siteId;
    const RpcClient esa = esaOf(access);
    RpcCall call = esaCall("GetSite", {{"SiteId", QByteArray::number(view.id)}});
    call.subject = QString::number(view.id);
    const QJsonObject answer = co_await esa.call(std::move(call), stop);
    const QJsonObject site = answer.value("SiteModel"_L1).toObject();
    view.name = site.value("SiteName"_L1).toString();
    if (view.name.isEmpty()) {
        throw Error(ErrorKind::MalformedResponse, u"GetSite"_s, u"a site without a name"_s);
    }
    const QString status = site.value("Status"_L1).toString();
    if (status != "active"_L1) {
        view.obstacle = Obstacle::SiteInactive;
        view.detail = status;
    }
    co_return view;
}

QCoro::Task<SiteView> matchingSite(AccountAccess access, QString domain, std::stop_token stop) {
    const QList<CloudChoices::Site> sites = co_await listSites(access, stop);
    SiteView view;
    for (const CloudChoices::Site& site : sites) {
        if (belongsTo(domain, site.name) && site.name.size() > view.name.size()) {
            view.id = site.id;
            view.name = site.name;
        }
    }
    if (view.id == 0) {
        throw Error(ErrorKind::NotFound, domain);
    }
    access.config.esa.siteId = view.id;
    co_return co_await namedSite(access, stop);
}

QCoro::Task<SiteView> look(AccountAccess access, QString domain, std::stop_token stop) {
    if (access.config.esa.siteId == 0) {
        co_return co_await matchingSite(access, domain, stop);
    }
    co_return co_await namedSite(access, stop);
}

} // namespace

QCoro::Task<SiteView> lookAtSite(AccountAccess access, std::stop_token stop) {
    const QString domain = access.config.baseDomain.section(u':', 0, 0);
    SiteView view;
    try {
        view = co_await look(access, domain, stop);
        if (view.obstacle == Obstacle::None && !belongsTo(domain, view.name)) {
            view.obstacle = Obstacle::DomainOutsideSite;
            view.detail = view.name;
        }
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Cancelled) {
            throw;
        }
        if (error.kind == ErrorKind::NotFound) {
            view.obstacle = Obstacle::SiteUnknown;
        } else {
            view.error = error;
        }
    }
    co_return view;
}

} // namespace miaobu::aliyun
