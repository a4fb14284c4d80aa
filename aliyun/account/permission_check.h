#pragma once

#include "aliyun/account/account_access.h"
#include "core/ports/cloud_account.h"

namespace miaobu::aliyun {

/// Tries every permission of permissionsOf(), the services side by side, and tells each as it is known. Nothing is left behind: an object is
/// only put where it can be removed again, and what is put into Edge KV expires.
/// \returns them in the order of the table. \throws Error(Cancelled) only
QCoro::Task<QList<PermissionCheck>> checkPermissions(
    AccountAccess access, std::function<void(PermissionCheck)> found, std::stop_token stop);

/// What a trial tells: that the thing is not there, or that the call makes no sense, is only said to somebody who may make it.
[[nodiscard]] PermissionCheck::State permissionState(const std::optional<Error>& failure);

} // namespace miaobu::aliyun
