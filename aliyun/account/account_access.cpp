#include "aliyun/account/account_access.h"

#include "aliyun/wire/acr_actions.h"
#include "aliyun/wire/esa_actions.h"
#include "aliyun/wire/fc_actions.h"
#include "aliyun/wire/sts_actions.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

QUrl orRegions(const QUrl& endpoint, const QString& host, const QString& region) {
    return endpoint.isEmpty() ? QUrl(u"https://"_s + host.arg(region)) : endpoint;
}

OssClient ossOf(const AccountAccess& access, const QUrl& endpoint, const QString& bucket) {
    return {access.client, ossBucket(endpoint, bucket, access.config.region), access.credentials, access.pace.calls,
        access.clock};
}

template <typename Client>
Client clientOf(
    const AccountAccess& access, const QUrl& endpoint, const QByteArray& product, const QByteArray& version) {
    return {access.client, ApiService{endpointOf(endpoint), product, version}, access.credentials, access.pace.calls,
        access.clock};
}

} // namespace

TargetConfig withEndpoints(TargetConfig config) {
    const QString& region = config.region;
    config.stsEndpoint
        = orRegions(config.stsEndpoint, region.isEmpty() ? u"sts.aliyuncs.com"_s : u"sts.%1.aliyuncs.com"_s, region);
    config.oss.endpoint = orRegions(config.oss.endpoint, u"oss-%1.aliyuncs.com"_s, region);
    config.fc.endpoint = orRegions(config.fc.endpoint, u"fcv3.%1.aliyuncs.com"_s, region);
    config.acr.endpoint = orRegions(config.acr.endpoint, u"cr.%1.aliyuncs.com"_s, region);
    return config;
}

Credentials credentialsOf(const AccessKey& key) {
    return {key.id, key.secret, key.token};
}

RpcClient stsOf(const AccountAccess& access) {
    return clientOf<RpcClient>(access, access.config.stsEndpoint, "sts", stsVersion);
}

RpcClient esaOf(const AccountAccess& access) {
    return clientOf<RpcClient>(access, access.config.esa.endpoint, "esa", esaVersion);
}

OssClient bucketOf(const AccountAccess& access) {
    return ossOf(access, access.config.oss.endpoint, access.config.oss.bucket);
}

OssClient bucketListOf(const AccountAccess& access) {
    const QUrl endpoint = access.config.oss.endpoint;
    // A domain of one's own leads to one bucket and lists none.
    const bool isService = endpoint.host().endsWith(".aliyuncs.com"_L1) || endpointOf(endpoint).isLoopback;
    return ossOf(access, isService ? endpoint : ossEndpointOfRegion(access.config.region), {});
}

RoaClient functionsOf(const AccountAccess& access) {
    return clientOf<RoaClient>(access, access.config.fc.endpoint, "fc", fcVersion);
}

RoaClient personalRegistryOf(const AccountAccess& access) {
    return clientOf<RoaClient>(access, access.config.acr.endpoint, "cr", acrPersonalVersion);
}

RpcClient enterpriseRegistryOf(const AccountAccess& access) {
    return clientOf<RpcClient>(access, access.config.acr.endpoint, "cr", acrEnterpriseVersion);
}

} // namespace miaobu::aliyun
