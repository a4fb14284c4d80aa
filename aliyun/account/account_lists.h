#pragma once

#include "aliyun/account/account_access.h"
#include "core/ports/cloud_account.h"

namespace miaobu::aliyun {

// What an account has, all pages of it. Each throws Error; Error(Cancelled) once stop was requested.

/// Buckets whose name begins with \a prefix, in every region.
QCoro::Task<QList<CloudChoices::Bucket>> listBuckets(AccountAccess access, std::stop_token stop, QString prefix = {});
QCoro::Task<QList<CloudChoices::Site>> listSites(AccountAccess access, std::stop_token stop);
/// Those that are in service and have room for one more site; the first 500.
QCoro::Task<QList<CloudChoices::SitePlan>> listSitePlans(AccountAccess access, std::stop_token stop);
/// \throws Error(NotActivated) when Edge KV is not opened
QCoro::Task<QStringList> listKvNamespaces(AccountAccess access, std::stop_token stop);
QCoro::Task<QStringList> listRoutines(AccountAccess access, std::stop_token stop);
/// Of the instance the target names, or of the account's Personal one.
QCoro::Task<QStringList> listRegistryNamespaces(AccountAccess access, std::stop_token stop);

} // namespace miaobu::aliyun
