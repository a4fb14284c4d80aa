#pragma once

#include "aliyun/wire/roa_client.h"
#include "aliyun/wire/rpc_client.h"

#include <span>

namespace miaobu::aliyun {

enum class Placement { Query, Form };

/// How an RPC service wants one of its actions called.
struct RpcAction {
    QByteArrayView name;
    QByteArrayView method; ///< The gateway refuses another with 403 UnsupportedHTTPMethod.
    Placement placement; ///< Of every parameter that is not among \c others
    QByteArrayView others{}; ///< "Value Keys": parameters that go to the other place
    Repeat repeat = Repeat::Always;
};

/// How a ROA service wants one of its actions called.
struct RoaAction {
    QByteArrayView name;
    QByteArrayView method;
    QByteArrayView path; ///< "functions/{}/triggers": each {} is one name.
    int idleSeconds = 30;
    Repeat repeat = Repeat::Always;
};

/// \throws Error(Internal) for an action that is not in \a table
[[nodiscard]] RpcCall rpcCall(std::span<const RpcAction> table, const QByteArray& action, const Parameters& parameters);
/// \throws Error(Internal) also for another number of \a names than the path has places
[[nodiscard]] RoaCall roaCall(std::span<const RoaAction> table, const QByteArray& action, QStringList names);

} // namespace miaobu::aliyun
