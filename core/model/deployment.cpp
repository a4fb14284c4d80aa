#include "core/model/deployment.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr std::array stageNames{
    std::pair{Stage::Queue, QLatin1StringView("queue")},
    std::pair{Stage::Checkout, QLatin1StringView("checkout")},
    std::pair{Stage::Install, QLatin1StringView("install")},
    std::pair{Stage::Build, QLatin1StringView("build")},
    std::pair{Stage::CheckOutput, QLatin1StringView("check-output")},
    std::pair{Stage::Publish, QLatin1StringView("publish")},
    std::pair{Stage::Start, QLatin1StringView("start")},
    std::pair{Stage::Route, QLatin1StringView("route")},
    std::pair{Stage::Purge, QLatin1StringView("purge")},
    std::pair{Stage::Prove, QLatin1StringView("prove")},
};

constexpr std::array stateNames{
    std::pair{DeploymentState::Queued, QLatin1StringView("queued")},
    std::pair{DeploymentState::Running, QLatin1StringView("running")},
    std::pair{DeploymentState::Live, QLatin1StringView("live")},
    std::pair{DeploymentState::Ready, QLatin1StringView("ready")},
    std::pair{DeploymentState::Failed, QLatin1StringView("failed")},
    std::pair{DeploymentState::Cancelled, QLatin1StringView("cancelled")},
    std::pair{DeploymentState::Interrupted, QLatin1StringView("interrupted")},
    std::pair{DeploymentState::Purged, QLatin1StringView("purged")},
};

template <typename Table, typename Value> QString nameIn(const Table& table, Value value) {
    for (const auto& [known, name] : table) {
        if (known == value) {
            return QString(name);
        }
    }
    return {};
}

template <typename Table, typename Value> Value valueIn(const Table& table, const QString& name, Value fallback) {
    for (const auto& [value, known] : table) {
        if (known == name) {
            return value;
        }
    }
    return fallback;
}

} // namespace

QString stageName(Stage stage) {
    return nameIn(stageNames, stage);
}

Stage stageFromName(const QString& name) {
    return valueIn(stageNames, name, Stage::Queue);
}

QString deploymentStateName(DeploymentState state) {
    return nameIn(stateNames, state);
}

DeploymentState deploymentStateFromName(const QString& name) {
    return valueIn(stateNames, name, DeploymentState::Failed);
}

bool isActive(DeploymentState state) {
    return state == DeploymentState::Queued || state == DeploymentState::Running;
}

Failure failureOf(const Error& error, Stage stage) {
    return {error.kind, stage, error.subject, error.detail, error.alternatives, error.exitCode, error.requestId};
}

Error errorOf(const Failure& failure) {
    Error error(failure.kind, failure.subject, failure.detail);
    error.alternatives = failure.alternatives;
    error.exitCode = failure.exitCode;
    error.requestId = failure.requestId;
    return error;
}

} // namespace miaobu
