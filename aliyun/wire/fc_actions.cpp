#include "aliyun/wire/fc_actions.h"

#include <array>

namespace miaobu::aliyun {

namespace {

constexpr int slow = 300;
constexpr int usual = 30;

// Only publishing makes something new each time. The others end in the same state, or are refused because the name is taken.
constexpr std::array actions{
    RoaAction{"CreateFunction", "POST", "2023-03-30/functions", slow},
    RoaAction{"UpdateFunction", "PUT", "2023-03-30/functions/{}", slow},
    RoaAction{"GetFunction", "GET", "2023-03-30/functions/{}"},
    RoaAction{"ListFunctions", "GET", "2023-03-30/functions"},
    RoaAction{"DeleteFunction", "DELETE", "2023-03-30/functions/{}", slow},
    RoaAction{"CreateTrigger", "POST", "2023-03-30/functions/{}/triggers", slow},
    RoaAction{"UpdateTrigger", "PUT", "2023-03-30/functions/{}/triggers/{}", slow},
    RoaAction{"GetTrigger", "GET", "2023-03-30/functions/{}/triggers/{}"},
    RoaAction{"ListTriggers", "GET", "2023-03-30/functions/{}/triggers"},
    RoaAction{"DeleteTrigger", "DELETE", "2023-03-30/functions/{}/triggers/{}", slow},
    RoaAction{"PublishFunctionVersion", "POST", "2023-03-30/functions/{}/versions", usual, Repeat::OnlyIfNotDone},
    RoaAction{"ListFunctionVersions", "GET", "2023-03-30/functions/{}/versions"},
    RoaAction{"DeleteFunctionVersion", "DELETE", "2023-03-30/functions/{}/versions/{}"},
    RoaAction{"ListAliases", "GET", "2023-03-30/functions/{}/aliases"},
    RoaAction{"DeleteAlias", "DELETE", "2023-03-30/functions/{}/aliases/{}"},
    RoaAction{"PutProvisionConfig", "PUT", "2023-03-30/functions/{}/provision-config"},
    RoaAction{"DeleteProvisionConfig", "DELETE", "2023-03-30/functions/{}/provision-config"},
    RoaAction{"CreateCustomDomain", "POST", "2023-03-30/custom-domains"},
    RoaAction{"UpdateCustomDomain", "PUT", "2023-03-30/custom-domains/{}"},
    RoaAction{"GetCustomDomain", "GET", "2023-03-30/custom-domains/{}"},
    RoaAction{"DeleteCustomDomain", "DELETE", "2023-03-30/custom-domains/{}"},
    RoaAction{"ListCustomDomains", "GET", "2023-03-30/custom-domains"},
};

} // namespace

std::span<const RoaAction> fcActions() {
    return actions;
}

RoaCall fcCall(const QByteArray& action, const QStringList& names) {
    return roaCall(actions, action, names);
}

} // namespace miaobu::aliyun
