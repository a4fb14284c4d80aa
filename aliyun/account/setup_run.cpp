#include "aliyun/account/setup_run.h"

#include "aliyun/account/bucket_setup.h"
#include "aliyun/account/namespace_setup.h"
#include "aliyun/account/record_setup.h"
#include "aliyun/account/registry_setup.h"
#include "aliyun/account/routine_setup.h"
#include "core/async/sleep.h"

#include <QRandomGenerator>

#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

using Changed = std::function<void(SetupStep)>;
using Tasks = std::vector<std::shared_ptr<SetupTask>>;

Tasks tasksOf(const AccountAccess& access, const SiteView& site, const std::shared_ptr<TargetConfig>& learned) {
    Tasks tasks{
        std::make_shared<BucketSetup>(access),
        std::make_shared<RecordSetup>(access, site, SetupPart::OriginRecord, learned),
        std::make_shared<RecordSetup>(access, site, SetupPart::WildcardRecord, learned),
        std::make_shared<NamespaceSetup>(access),
        std::make_shared<RoutineSetup>(access),
        std::make_shared<RouteSetup>(access, site),
    };
    if (!access.config.acr.nameSpace.isEmpty()) {
        tasks.push_back(std::make_shared<RegistrySetup>(access));
    }
    return tasks;
}

SetupStep stepOf(const SetupTask& task, SetupStep::State state, const Error& error) {
    SetupStep step;
    step.part = task.part();
    step.subject = task.subject();
    step.state = state;
    step.error = error;
    return step;
}

/// The step of a part that could not be looked at: something a person sees to, or a failure.
SetupStep unknown(const SetupTask& task, const Error& error) {
    SetupStep step = stepOf(task, SetupStep::State::Failed, error);
    if (error.kind == ErrorKind::NotActivated || error.kind == ErrorKind::InArrears) {
        step.state = SetupStep::State::Blocked;
        step.obstacle = error.kind == ErrorKind::InArrears ? Obstacle::InArrears : Obstacle::NotActivated;
        step.detail = error.subject;
    }
    return step;
}

QCoro::Task<SetupStep> examined(std::shared_ptr<SetupTask> task, std::stop_token stop) {
    SetupStep step;
    try {
        step = co_await task->examine(stop);
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Cancelled) {
            throw;
        }
        step = unknown(*task, error);
    }
    co_return step;
}

QCoro::Task<std::optional<Error>> failureOfMaking(std::shared_ptr<SetupTask> task, std::stop_token stop) {
    try {
        co_await task->make(stop);
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Cancelled) {
            throw;
        }
        co_return error;
    }
    co_return std::nullopt;
}

ErrorKind kindOf(Obstacle obstacle) {
    switch (obstacle) {
    case Obstacle::BucketTaken:
    case Obstacle::RecordTaken:
        return ErrorKind::Conflict;
    case Obstacle::SiteUnknown:
        return ErrorKind::NotFound;
    case Obstacle::NotActivated:
        return ErrorKind::NotActivated;
    case Obstacle::InArrears:
        return ErrorKind::InArrears;
    default:
        return ErrorKind::InvalidInput;
    }
}

Error errorOf(const SetupStep& step) {
    return step.error.value_or(Error(kindOf(step.obstacle), step.subject, step.detail));
}

/// Makes one part, unless it is there, and waits until it can be seen. Looks again before every attempt: what failed may have been done.
QCoro::Task<> carryOut(std::shared_ptr<SetupTask> task, RetryPolicy policy, Changed changed, std::stop_token stop) {
    std::optional<Error> failure;
    bool wasMade = false;
    for (int attempt = 0;; ++attempt) {
        SetupStep step = co_await examined(task, stop);
        if (step.state == SetupStep::State::Present) {
            step.state = attempt > 0 ? SetupStep::State::Done : SetupStep::State::Present;
            changed(step);
            co_return;
        }
        const bool cannotBeMade = step.state == SetupStep::State::Blocked || step.state == SetupStep::State::Failed;
        if (!cannotBeMade && (attempt >= policy.attempts || (failure && !failure->retryable))) {
            step.state = SetupStep::State::Failed;
            step.error = failure.value_or(Error(ErrorKind::ServiceError, step.subject, u"made, and not there"_s));
        }
        if (cannotBeMade || step.state == SetupStep::State::Failed) {
            changed(step);
            throw errorOf(step);
        }
        if (attempt > 0) {
            const double random = QRandomGenerator::global()->generateDouble();
            const auto pause = retryDelay(policy, attempt - 1, std::nullopt, random);
            co_await sleepFor(pause, stop);
        }
        if (!wasMade) {
            step.state = SetupStep::State::Running;
            changed(step);
            failure = co_await failureOfMaking(task, stop);
            wasMade = !failure;
        }
    }
}

} // namespace

QCoro::Task<QList<SetupStep>> planSetup(AccountAccess access, std::stop_token stop) {
    const auto learned = std::make_shared<TargetConfig>(access.config);
    const SiteView site = co_await lookAtSite(access, stop);
    access.config.esa.siteId = site.id;
    const Tasks tasks = tasksOf(access, site, learned);
    QList<SetupStep> steps;
    for (const std::shared_ptr<SetupTask>& task : tasks) {
        const SetupStep step = co_await examined(task, stop);
        steps.append(step);
    }
    co_return steps;
}

QCoro::Task<TargetConfig> runSetup(AccountAccess access, Changed changed, std::stop_token stop) {
    const auto learned = std::make_shared<TargetConfig>(access.config);
    const SiteView site = co_await lookAtSite(access, stop);
    access.config.esa.siteId = site.id;
    learned->esa.siteId = site.id;
    learned->esa.routine = routinePlan(access.config).name;
    const Tasks tasks = tasksOf(access, site, learned);
    for (const std::shared_ptr<SetupTask>& task : tasks) {
        co_await carryOut(task, access.pace.changes, changed, stop);
    }
    TargetConfig config = *learned;
    co_return config;
}

} // namespace miaobu::aliyun
