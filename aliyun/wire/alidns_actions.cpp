#include "aliyun/wire/alidns_actions.h"

#include <array>

namespace miaobu::aliyun {

namespace {

// A record that is added twice is refused as a duplicate the second time, which is looked up then.
constexpr std::array actions{
    RpcAction{"DescribeSubDomainRecords", "POST", Placement::Query},
    RpcAction{"AddDomainRecord", "POST", Placement::Query},
    RpcAction{"UpdateDomainRecord", "POST", Placement::Query},
    RpcAction{"DeleteDomainRecord", "POST", Placement::Query},
};

} // namespace

std::span<const RpcAction> alidnsActions() {
    return actions;
}

RpcCall alidnsCall(const QByteArray& action, const Parameters& parameters) {
    return rpcCall(actions, action, parameters);
}

} // namespace miaobu::aliyun
