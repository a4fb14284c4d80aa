#pragma once

#include "aliyun/wire/action_table.h"

namespace miaobu::aliyun {

inline const QByteArray stsVersion = QByteArrayLiteral("2015-04-01");

/// Every action of the Security Token Service that is called.
[[nodiscard]] std::span<const RpcAction> stsActions();

/// \throws Error(Internal)
[[nodiscard]] RpcCall stsCall(const QByteArray& action, const Parameters& parameters);

} // namespace miaobu::aliyun
