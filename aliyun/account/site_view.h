#pragma once

#include "aliyun/account/account_access.h"
#include "core/ports/cloud_account.h"

namespace miaobu::aliyun {

/// The ESA site of a target, and what keeps it from being used.
struct SiteView {
    qint64 id = 0;
    QString name;
    Obstacle obstacle = Obstacle::None;
    QString detail;
    std::optional<Error> error; ///< Why it could not be looked at
};

/// Looks at the site the target names, or at the one the base domain belongs to when it names none. \throws Error(Cancelled) only
QCoro::Task<SiteView> lookAtSite(AccountAccess access, std::stop_token stop);

} // namespace miaobu::aliyun
