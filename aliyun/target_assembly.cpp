#include "aliyun/target_assembly.h"

#include "aliyun/acr_enterprise_registry.h"
#include "aliyun/acr_personal_registry.h"
#include "aliyun/alidns_zone_host.h"
#include "aliyun/esa_domain_host.h"
#include "aliyun/esa_edge_cache.h"
#include "aliyun/fc_function_host.h"
#include "aliyun/oss_object_store.h"
#include "aliyun/routine/esa_routine_host.h"
#include "aliyun/wire/acr_actions.h"
#include "aliyun/wire/alidns_actions.h"
#include "aliyun/wire/esa_actions.h"
#include "aliyun/wire/fc_actions.h"

#include <utility>

namespace miaobu::aliyun {

namespace {

/// What every client of one target shares.
struct Connection {
    std::shared_ptr<HttpClient> client;
    Credentials credentials;
    RetryPolicy policy{};
    std::shared_ptr<ServerClock> clock = std::make_shared<ServerClock>();

    template <typename Client>
    [[nodiscard]] Client to(const QUrl& endpoint, const QByteArray& product, const QByteArray& version) const {
        return Client(client, {endpointOf(endpoint), product, version}, credentials, policy, clock);
    }
};

std::shared_ptr<ImageRegistry> imagesOf(const TargetConfig& config, const Connection& connection) {
    if (config.acr.nameSpace.isEmpty()) {
        return nullptr;
    }
    RegistryPlace place{config.acr.registry, config.acr.nameSpace, config.region};
    if (config.acr.instanceId.isEmpty()) {
        return std::make_shared<AcrPersonalRegistry>(
            connection.to<RoaClient>(config.acr.endpoint, "cr", acrPersonalVersion), std::move(place));
    }
    return std::make_shared<AcrEnterpriseRegistry>(
        connection.to<RpcClient>(config.acr.endpoint, "cr", acrEnterpriseVersion), config.acr.instanceId,
        std::move(place));
}

std::shared_ptr<FunctionHost> functionsOf(const TargetConfig& config, const Connection& connection) {
    if (config.fc.endpoint.isEmpty()) {
        return nullptr;
    }
    FunctionPolling polling;
    if (isLoopbackHost(config.fc.endpoint.host().toUtf8())) {
        // An emulator pulls nothing over a network, and a person watches.
        polling.firstDelay = std::chrono::milliseconds(100);
        polling.longestDelay = std::chrono::seconds(1);
    }
    return std::make_shared<FcFunctionHost>(connection.to<RoaClient>(config.fc.endpoint, "fc", fcVersion),
        connection.client, FunctionContext{config.fc.role, config.acr.instanceId}, polling);
}

QStringList secretsOf(const Credentials& credentials) {
    QStringList secrets{QString::fromUtf8(credentials.accessKeySecret)};
    if (!credentials.securityToken.isEmpty()) {
        secrets.append(QString::fromUtf8(credentials.securityToken));
    }
    return secrets;
}

} // namespace

OpenTarget assembleTarget(Target target, const TargetConfig& config, const EdgeAddress& edge,
    const RoutinePlan& routine, const Credentials& credentials, const std::shared_ptr<HttpClient>& client) {
    const Connection connection{client, credentials};
    const OssClient oss(client, ossBucket(config.oss.endpoint, config.oss.bucket, config.region), credentials,
        connection.policy, connection.clock);
    const auto esa = connection.to<RpcClient>(config.esa.endpoint, "esa", esaVersion);
    OpenTarget open;
    open.target = std::move(target);
    open.objects = std::make_shared<OssObjectStore>(oss);
    open.router
        = std::make_shared<EsaEdgeRouter>(esa, client, config.esa.kvNamespace.toUtf8(), config.esa.siteId, edge);
    open.cache = std::make_shared<EsaEdgeCache>(esa, config.esa.siteId);
    open.routine = std::make_shared<EsaRoutineHost>(esa, client, connection.policy, routine);
    open.domains
        = std::make_shared<EsaDomainHost>(esa, config.esa.siteId, config.esa.cnameRecordId, config.esa.cnameTarget);
    open.functions = functionsOf(config, connection);
    open.images = imagesOf(config, connection);
    open.zones = std::make_shared<AlidnsZoneHost>(
        connection.to<RpcClient>(alidnsEndpointFor(config.esa.endpoint), "alidns", alidnsVersion));
    open.codeBucket = config.oss.bucket;
    open.secrets = secretsOf(credentials);
    return open;
}

} // namespace miaobu::aliyun
