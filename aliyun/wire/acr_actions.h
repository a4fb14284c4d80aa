#pragma once

#include "aliyun/wire/action_table.h"

namespace miaobu::aliyun {

inline const QByteArray acrPersonalVersion = QByteArrayLiteral("2016-06-07");
inline const QByteArray acrEnterpriseVersion = QByteArrayLiteral("2018-12-01");

/// Every action that is called of a Personal and of an Enterprise instance of Container Registry.
[[nodiscard]] std::span<const RoaAction> acrPersonalActions();
[[nodiscard]] std::span<const RpcAction> acrEnterpriseActions();

/// A call about \a names, such as a namespace and a repository; query and body are added by the caller. \throws Error(Internal)
[[nodiscard]] RoaCall acrPersonalCall(const QByteArray& action, const QStringList& names);
/// \throws Error(Internal)
[[nodiscard]] RpcCall acrEnterpriseCall(const QByteArray& action, const Parameters& parameters);

} // namespace miaobu::aliyun
