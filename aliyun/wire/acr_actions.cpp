#include "aliyun/wire/acr_actions.h"

#include <array>

namespace miaobu::aliyun {

namespace {

// Names are unique in both: what is made twice is refused the second time.
constexpr std::array personal{
    RoaAction{"GetAuthorizationToken", "GET", "tokens"},
    RoaAction{"CreateNamespace", "PUT", "namespace"},
    RoaAction{"UpdateNamespace", "POST", "namespace/{}"},
    RoaAction{"GetNamespace", "GET", "namespace/{}"},
    RoaAction{"GetNamespaceList", "GET", "namespace"},
    RoaAction{"CreateRepo", "PUT", "repos"},
    RoaAction{"GetRepo", "GET", "repos/{}/{}"},
    RoaAction{"GetRepoTags", "GET", "repos/{}/{}/tags"},
    RoaAction{"DeleteImage", "DELETE", "repos/{}/{}/tags/{}"},
};

constexpr std::array enterprise{
    RpcAction{"ListInstance", "POST", Placement::Query},
    RpcAction{"GetInstance", "POST", Placement::Query},
    RpcAction{"GetInstanceEndpoint", "POST", Placement::Query},
    RpcAction{"GetAuthorizationToken", "POST", Placement::Query},
    RpcAction{"CreateNamespace", "POST", Placement::Query},
    RpcAction{"GetNamespace", "POST", Placement::Query},
    RpcAction{"ListNamespace", "POST", Placement::Query},
    RpcAction{"CreateRepository", "POST", Placement::Query},
    RpcAction{"GetRepository", "POST", Placement::Query},
    RpcAction{"ListRepoTag", "POST", Placement::Query},
    RpcAction{"DeleteRepoTag", "POST", Placement::Query},
};

} // namespace

std::span<const RoaAction> acrPersonalActions() {
    return personal;
}

std::span<const RpcAction> acrEnterpriseActions() {
    return enterprise;
}

RoaCall acrPersonalCall(const QByteArray& action, const QStringList& names) {
    return roaCall(personal, action, names);
}

RpcCall acrEnterpriseCall(const QByteArray& action, const Parameters& parameters) {
    return rpcCall(enterprise, action, parameters);
}

} // namespace miaobu::aliyun
