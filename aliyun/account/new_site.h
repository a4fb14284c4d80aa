#pragma once

#include "aliyun/account/account_access.h"
#include "core/ports/cloud_account.h"

namespace miaobu::aliyun {

/// CloudAccount::addSite(): CheckSiteName, then CreateSite with the access type NS, so that a name below the domain needs no record of
/// its own at another provider. \throws Error
QCoro::Task<SiteAddition> addSite(AccountAccess access, SiteDraft draft, std::stop_token stop);

/// CloudAccount::verifySite(). \throws Error
QCoro::Task<bool> verifySite(AccountAccess access, qint64 siteId, std::stop_token stop);

} // namespace miaobu::aliyun
