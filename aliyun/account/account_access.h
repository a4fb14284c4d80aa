#pragma once

#include "aliyun/routine/routine_plan.h"
#include "aliyun/wire/oss_client.h"
#include "aliyun/wire/roa_client.h"
#include "aliyun/wire/rpc_client.h"
#include "core/model/access_key.h"
#include "core/model/target_config.h"

namespace miaobu::aliyun {

/// How patiently an account is asked.
struct AccountPace {
    RetryPolicy calls;
    /// Of a change while the site is busy with another one, which takes it up to a minute.
    RetryPolicy changes{
        .attempts = 10, .firstDelay = std::chrono::seconds(1), .longestDelay = std::chrono::seconds(15)};
    RoutinePace routine;
};

/// What one account is called with: every service with the same key, and with the time they have corrected together.
struct AccountAccess {
    TargetConfig config; ///< With its endpoints, see withEndpoints()
    Credentials credentials;
    std::shared_ptr<HttpClient> client;
    AccountPace pace;
    std::shared_ptr<ServerClock> clock = std::make_shared<ServerClock>();
};

/// \a config with the region's public endpoint where it names none; ESA's is left out, as it depends on the account and not on the region.
[[nodiscard]] TargetConfig withEndpoints(TargetConfig config);

[[nodiscard]] Credentials credentialsOf(const AccessKey& key);

[[nodiscard]] RpcClient stsOf(const AccountAccess& access);
[[nodiscard]] RpcClient esaOf(const AccountAccess& access);
/// The target's bucket
[[nodiscard]] OssClient bucketOf(const AccountAccess& access);
/// OSS itself, of no bucket
[[nodiscard]] OssClient bucketListOf(const AccountAccess& access);
[[nodiscard]] RoaClient functionsOf(const AccountAccess& access);
[[nodiscard]] RoaClient personalRegistryOf(const AccountAccess& access);
[[nodiscard]] RpcClient enterpriseRegistryOf(const AccountAccess& access);

} // namespace miaobu::aliyun
