#pragma once

#include "aliyun/account/account_access.h"
#include "core/ports/cloud_account.h"

namespace miaobu::aliyun {

// One target's setup. The access names where ESA is. Parts are looked at and made one after the other: a site that is being changed
// refuses every other change.

/// What runSetup() would do. A part that cannot be looked at is Failed with its error. \throws Error(Cancelled) only
QCoro::Task<QList<SetupStep>> planSetup(AccountAccess access, std::stop_token stop);

/// Makes what is missing, and reads each part back before the next. A failure that passes (a busy site, a lost connection) is tried again
/// after looking whether it was done all the same.
/// \returns the target with the site's id and the origin record. \throws what the first part failed of; for an obstacle Conflict (taken),
/// NotFound, NotActivated, InArrears or InvalidInput, about the part's subject
QCoro::Task<TargetConfig> runSetup(AccountAccess access, std::function<void(SetupStep)> changed, std::stop_token stop);

} // namespace miaobu::aliyun
