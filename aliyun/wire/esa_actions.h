#pragma once

#include "aliyun/wire/action_table.h"

namespace miaobu::aliyun {

inline const QByteArray esaVersion = QByteArrayLiteral("2024-09-10");

/// Every action of ESA that is called.
[[nodiscard]] std::span<const RpcAction> esaActions();

/// A call of ESA with its method and every parameter where Alibaba's own client puts it: many reads are GET and are refused
/// otherwise, and values that are large or secret go into the body. \throws Error(Internal) for an action that is not in the table.
[[nodiscard]] RpcCall esaCall(const QByteArray& action, const Parameters& parameters);

} // namespace miaobu::aliyun
