#pragma once

#include "aliyun/wire/action_table.h"

namespace miaobu::aliyun {

inline const QByteArray fcVersion = QByteArrayLiteral("2023-03-30");

/// Every action of Function Compute that is called.
[[nodiscard]] std::span<const RoaAction> fcActions();

/// A call of Function Compute about \a names, such as a function and its trigger; query and body are added by the caller.
/// Changing a function takes the service up to a minute: such calls wait 300 s. \throws Error(Internal)
[[nodiscard]] RoaCall fcCall(const QByteArray& action, const QStringList& names);

} // namespace miaobu::aliyun
