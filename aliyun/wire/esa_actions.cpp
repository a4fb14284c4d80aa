#include "aliyun/wire/esa_actions.h"

#include <array>

namespace miaobu::aliyun {

namespace {

using enum Placement;

// What makes something each time it is called is not repeated when nobody knows whether it was done: a second code version takes one of
// ten places, a second route or certificate stays. Everything else ends in the same state when it is done twice, or is refused the second
// time because its name is taken. A purge counts twice against the day's quota, which harms less than a deployment that fails.
constexpr Repeat once = Repeat::OnlyIfNotDone;

constexpr std::array actions{
    // Edge KV
    RpcAction{"PutKv", "POST", Query, "Value"},
    RpcAction{"BatchPutKv", "POST", Query, "KvList"},
    RpcAction{"BatchDeleteKv", "POST", Query, "Keys"},
    RpcAction{"GetKv", "GET", Query},
    RpcAction{"GetKvDetail", "POST", Query},
    RpcAction{"DeleteKv", "GET", Query},
    RpcAction{"ListKvs", "GET", Query},
    RpcAction{"CreateKvNamespace", "POST", Form},
    RpcAction{"GetKvNamespace", "GET", Query},
    RpcAction{"DeleteKvNamespace", "POST", Query},
    RpcAction{"GetKvAccount", "GET", Query},
    RpcAction{"DescribeKvAccountStatus", "GET", Query},
    RpcAction{"PutKvWithHighCapacity", "POST", Query},
    RpcAction{"BatchPutKvWithHighCapacity", "POST", Query},
    // Custom hostnames. Alibaba's own client puts the private key into the URL; the gateway takes it in the body as well.
    RpcAction{"CreateCustomHostname", "POST", Query, "Certificate PrivateKey"},
    RpcAction{"GetCustomHostname", "POST", Query},
    RpcAction{"ListCustomHostnames", "POST", Query},
    RpcAction{"VerifyCustomHostname", "POST", Query},
    RpcAction{"UpdateCustomHostname", "POST", Query, "Certificate PrivateKey"},
    RpcAction{"DeleteCustomHostname", "POST", Query},
    RpcAction{"ApplyCustomHostnameCertificate", "POST", Query, {}, once},
    // Cache
    RpcAction{"PurgeCaches", "POST", Query},
    RpcAction{"GetPurgeQuota", "POST", Query},
    RpcAction{"DescribePurgeTasks", "GET", Query},
    // Routines
    RpcAction{"OpenErService", "POST", Query},
    RpcAction{"GetErService", "GET", Query},
    RpcAction{"CreateRoutine", "POST", Form},
    RpcAction{"GetRoutine", "POST", Form},
    RpcAction{"ListUserRoutines", "POST", Query},
    RpcAction{"GetRoutineUserInfo", "POST", Query},
    RpcAction{"DeleteRoutine", "POST", Form},
    RpcAction{"GetRoutineStagingCodeUploadInfo", "POST", Form},
    RpcAction{"CommitRoutineStagingCode", "POST", Form, {}, once},
    RpcAction{"GetRoutineCodeVersionInfo", "POST", Form},
    RpcAction{"GetRoutineCodeVersion", "POST", Form},
    RpcAction{"ListRoutineCodeVersions", "POST", Form},
    RpcAction{"DeleteRoutineCodeVersion", "POST", Form},
    RpcAction{"PublishRoutineCodeVersion", "POST", Form},
    RpcAction{"CreateRoutineCodeDeployment", "POST", Form},
    RpcAction{"CreateRoutineWithAssetsCodeVersion", "POST", Form, {}, once},
    RpcAction{"GetRoutineAccessToken", "POST", Form},
    RpcAction{"GetRoutineStagingEnvIp", "POST", Query},
    // Routes and what leads to a routine
    RpcAction{"CreateRoutineRoute", "POST", Query, {}, once},
    RpcAction{"UpdateRoutineRoute", "POST", Query},
    RpcAction{"DeleteRoutineRoute", "POST", Query},
    RpcAction{"ListRoutineRoutes", "POST", Query},
    RpcAction{"ListSiteRoutes", "POST", Query},
    RpcAction{"CreateRoutineRelatedRecord", "POST", Form},
    RpcAction{"ListRoutineRelatedRecords", "POST", Form},
    RpcAction{"DeleteRoutineRelatedRecord", "POST", Form, "SiteId"},
    // Sites
    RpcAction{"ListSites", "GET", Query},
    RpcAction{"GetSite", "GET", Query},
    RpcAction{"CreateSite", "POST", Query},
    RpcAction{"VerifySite", "POST", Query},
    RpcAction{"CheckSiteName", "POST", Query},
    RpcAction{"GetMatchSite", "GET", Query},
    RpcAction{"ListUserRatePlanInstances", "GET", Query},
    // Records
    RpcAction{"CreateRecord", "POST", Query},
    RpcAction{"ListRecords", "GET", Query},
    RpcAction{"ListEdgeRoutineRecords", "GET", Query},
    RpcAction{"GetRecord", "GET", Query},
    RpcAction{"UpdateRecord", "POST", Query},
    RpcAction{"DeleteRecord", "POST", Query},
    // Certificates of the site
    RpcAction{"ApplyCertificate", "POST", Query, {}, once},
    RpcAction{"ListCertificates", "POST", Query},
    RpcAction{"GetCertificate", "POST", Query},
    RpcAction{"SetCertificate", "POST", Form, "KeyServerId", once},
    RpcAction{"DeleteCertificate", "GET", Query},
    RpcAction{"ListCertificatesByRecord", "POST", Query},
    RpcAction{"GetCertificateQuota", "GET", Query},
};

} // namespace

std::span<const RpcAction> esaActions() {
    return actions;
}

RpcCall esaCall(const QByteArray& action, const Parameters& parameters) {
    return rpcCall(actions, action, parameters);
}

} // namespace miaobu::aliyun
