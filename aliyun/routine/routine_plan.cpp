#include "aliyun/routine/routine_plan.h"

#include "core/net/http_message.h"
#include "edge/routine.h"

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

RoutinePlan routinePlan(const TargetConfig& config) {
    const QString baseDomain = config.baseDomain.section(u':', 0, 0);
    RoutinePlan plan = localRoutinePlan(baseDomain, config.esa.kvNamespace, config.esa.siteId);
    if (!config.esa.routine.isEmpty()) {
        plan.name = config.esa.routine;
    }
    if (!isLoopbackHost(config.esa.endpoint.host().toLatin1())) {
        edge::RoutineConfig routine;
        routine.baseDomain = baseDomain;
        routine.kvNamespace = config.esa.kvNamespace;
        // An HTTP trigger answers at "https://{name}-{random}.{region}.fcapp.run"; the account is not part of it.
        routine.functionEndpoints = {u"https://*.%1.fcapp.run"_s.arg(config.region)};
        plan.code = edge::routineSource(routine);
    }
    return plan;
}

RoutinePlan localRoutinePlan(const QString& baseDomain, const QString& kvNamespace, qint64 siteId) {
    return {
        defaultRoutineName, edge::routineSource(edge::localRoutineConfig(baseDomain, kvNamespace)), siteId, baseDomain};
}

} // namespace miaobu::aliyun
