#include "core/deploy/recovery.h"

#include "core/async/pool.h"
#include "core/deploy/owner.h"
#include "core/deploy/remove_folder.h"
#include "core/model/function_environment.h"
#include "core/model/target.h"
#include "core/process/leftovers.h"
#include "core/store/transaction.h"

using namespace Qt::StringLiterals;

namespace miaobu {

Recovery::Recovery(const DeployContext& context, const Pipeline& pipeline)
    : m_context(context), m_pipeline(pipeline), m_functions(context) { }

QCoro::Task<> Recovery::recover() const {
    const QList<Deployment> orphans = claimOrphans();
    for (const Deployment& deployment : orphans) {
        co_await recoverOne(deployment);
    }
}

QList<Deployment> Recovery::claimOrphans() const {
    QList<Deployment> orphans;
    Transaction transaction(m_context.parts.database.connection());
    for (const Deployment& deployment : m_context.deployments().active()) {
        if (!isOwnerAlive(m_context.deployments().owner(deployment.id))) {
            m_context.deployments().setOwner(deployment.id, ownerOfThisProcess());
            orphans.append(deployment);
        }
    }
    transaction.commit();
    return orphans;
}

QCoro::Task<> Recovery::recoverOne(Deployment deployment) const {
    const QString folder = m_context.parts.home.buildFolder() + u'/' + QString::number(deployment.id);
    const auto clear = [folder, job = QString::number(deployment.id)] {
        endLeftovers(job);
        removeFolder(folder);
    };
    co_await runOnPool(clear);
    bool isLive = false;
    try {
        if (deployment.stage >= Stage::Route) {
            isLive = co_await finishIfRouted(deployment);
        }
        if (!isLive && deployment.app && deployment.stage >= Stage::Start) {
            co_await putFunctionBack(deployment);
        }
    } catch (const Error& error) {
        qWarning("deployment %lld not finished after a crash: %s", static_cast<long long>(deployment.id), error.what());
    }
    if (!isLive) {
        interrupt(deployment);
    }
}

QCoro::Task<bool> Recovery::finishIfRouted(Deployment deployment) const {
    const std::optional<Project> project = m_context.projects().find(deployment.project);
    auto run = std::make_shared<Run>(m_context, *project, deployment, QList<EnvironmentVariable>());
    run->target = co_await m_context.parts.targets.open(deployment.target, {});
    const QString host = run->host();
    const std::optional<RoutingEntry> entry = co_await run->target.router->readEntry(host, {});
    if (!entry || entry->deployment != deployment.id) {
        co_return false;
    }
    run->note(u"The program had ended while the site was being routed; finishing that now."_s);
    co_await m_pipeline.finishRouted(run);
    co_return true;
}

QCoro::Task<> Recovery::putFunctionBack(Deployment deployment) const {
    const std::optional<Project> project = m_context.projects().find(deployment.project);
    const OpenTarget target = co_await m_context.parts.targets.open(deployment.target, {});
    const QString name = functionName(project->slug);
    co_await target.functions->remove(FunctionSwitch::rehearsalOf(name), {});
    const std::optional<FunctionState> state = co_await target.functions->find(name, {});
    if (!state || deploymentIn(state->specification.environment) != deployment.id) {
        co_return;
    }
    const std::optional<Deployment> live = m_context.deployments().live(project->id, deployment.target);
    if (live && live->app) {
        co_await m_functions.pointAgain(target, *project, *live);
    } else {
        co_await target.functions->remove(name, {});
    }
}

void Recovery::interrupt(Deployment deployment) const {
    deployment.state = DeploymentState::Interrupted;
    deployment.finishedAt = m_context.parts.clock.now();
    m_context.save(deployment);
}

} // namespace miaobu
