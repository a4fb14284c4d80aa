#pragma once

#include "aliyun/account/account_access.h"
#include "core/ports/cloud_account.h"

namespace miaobu::aliyun {

/// Asks every service for what it has, side by side. \throws Error(Cancelled) only; every other failure is in CloudChoices::failures.
/// Namespaces of an Enterprise registry are asked for when the target names its instance.
QCoro::Task<CloudChoices> findChoices(AccountAccess access, std::stop_token stop);

} // namespace miaobu::aliyun
