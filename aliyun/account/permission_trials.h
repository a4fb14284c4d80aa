#pragma once

#include "aliyun/account/account_access.h"
#include "aliyun/account/permission_table.h"

namespace miaobu::aliyun {

/// Makes the call of a permission that is tried by it. \throws what the call fails of
QCoro::Task<> tryCall(AccountAccess access, Permission permission, std::stop_token stop);

/// A name nothing has: "probe-" and 32 hexadecimal digits
[[nodiscard]] QByteArray probeName();

/// One call about a key of Edge KV: PutKv, GetKv or DeleteKv. What is put expires after a minute by itself.
QCoro::Task<> tryKv(AccountAccess access, QByteArray action, QByteArray key, std::stop_token stop);

/// One call about the object ".miaobu/{name}": "PUT", "GET" or "DELETE".
QCoro::Task<> tryObject(AccountAccess access, QByteArray method, QByteArray name, std::stop_token stop);
/// A PUT that is refused for its contents once it is allowed, so that it leaves nothing behind.
QCoro::Task<> tryBrokenObject(AccountAccess access, QByteArray name, std::stop_token stop);

/// Ends an upload in parts that never began.
QCoro::Task<> tryAbort(AccountAccess access, QByteArray name, std::stop_token stop);

} // namespace miaobu::aliyun
