#pragma once

#include "aliyun/wire/action_table.h"

namespace miaobu::aliyun {

inline const QByteArray alidnsVersion = QByteArrayLiteral("2015-01-09");

/// Every action of Alibaba Cloud DNS that is called.
[[nodiscard]] std::span<const RpcAction> alidnsActions();

/// \throws Error(Internal)
[[nodiscard]] RpcCall alidnsCall(const QByteArray& action, const Parameters& parameters);

} // namespace miaobu::aliyun
