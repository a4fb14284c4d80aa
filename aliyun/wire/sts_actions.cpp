#include "aliyun/wire/sts_actions.h"

#include <array>

namespace miaobu::aliyun {

namespace {

constexpr std::array actions{
    RpcAction{"GetCallerIdentity", "POST", Placement::Query},
    RpcAction{"AssumeRole", "POST", Placement::Query},
};

} // namespace

std::span<const RpcAction> stsActions() {
    return actions;
}

RpcCall stsCall(const QByteArray& action, const Parameters& parameters) {
    return rpcCall(actions, action, parameters);
}

} // namespace miaobu::aliyun
