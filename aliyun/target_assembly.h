#pragma once

#include "aliyun/esa_edge_router.h"
#include "aliyun/routine/routine_plan.h"
#include "aliyun/wire/credentials.h"
#include "core/model/target_config.h"
#include "core/net/http_client.h"
#include "core/ports/targets.h"

namespace miaobu::aliyun {

/// Every port that \a config has a place for, all of them with the same key, the same clock and the same \a client. Functions need an endpoint,
/// images a namespace; without them these two are null. \a edge is where the sites answer, \a routine what
/// answers them.
[[nodiscard]] OpenTarget assembleTarget(Target target, const TargetConfig& config, const EdgeAddress& edge,
    const RoutinePlan& routine, const Credentials& credentials, const std::shared_ptr<HttpClient>& client);

} // namespace miaobu::aliyun
