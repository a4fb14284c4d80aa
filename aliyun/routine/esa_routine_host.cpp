#include "aliyun/routine/esa_routine_host.h"

#include "core/async/error.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

/// Whether \a version is the only one that answers where \a answersThere says.
bool answersAlone(const QList<RoutineVersion>& versions, const QString& version, bool RoutineVersion::* answersThere) {
    return std::ranges::all_of(versions, [&](const RoutineVersion& kept) {
        return kept.*answersThere == (kept.version == version);
    }) && std::ranges::any_of(versions, answersThere);
}

} // namespace

RoutineStatus::Production productionOf(const QList<RoutineVersion>& versions) {
    const bool isAnswered = std::ranges::any_of(versions, &RoutineVersion::isInProduction);
    const bool isForeign = std::ranges::any_of(
        versions, [](const RoutineVersion& version) { return version.isInProduction && !version.isOurs; });
    return !isAnswered ? RoutineStatus::Production::Missing
        : isForeign    ? RoutineStatus::Production::Other
                       : RoutineStatus::Production::Ours;
}

EsaRoutineHost::EsaRoutineHost(
    RpcClient esa, std::shared_ptr<HttpClient> client, RetryPolicy policy, const RoutinePlan& plan, RoutinePace pace)
    : m_name(plan.name), m_versions(esa, std::move(client), policy, plan, pace),
      m_routes(esa, plan.siteId, plan.name, plan.baseDomain) { }

QCoro::Task<RoutineStatus> EsaRoutineHost::status(std::stop_token stop) {
    RoutineStatus status;
    status.name = m_name;
    const std::optional<QList<RoutineVersion>> versions = co_await m_versions.find(stop);
    if (versions) {
        status.versions = *versions;
        status.production = productionOf(*versions);
        const RoutineRoutes::State route = co_await m_routes.find(stop);
        status.isRouted = route.kind == RoutineRoutes::State::Kind::Covers;
    }
    co_return status;
}

QCoro::Task<RoutineStatus> EsaRoutineHost::install(Progress progress, std::stop_token stop) {
    co_await installCode(progress, stop);
    progress(RoutineStage::Route);
    // From here on visitors are answered by it: ending half-way would only leave them without a route.
    const std::stop_token never;
    co_await m_routes.ensure(never);
    co_return co_await status(never);
}

QCoro::Task<std::optional<QList<RoutineVersion>>> EsaRoutineHost::findVersions(std::stop_token stop) const {
    co_return co_await m_versions.find(stop);
}

QCoro::Task<> EsaRoutineHost::installCode(Progress progress, std::stop_token stop) const {
    progress(RoutineStage::Create);
    std::optional<QList<RoutineVersion>> versions = co_await m_versions.find(stop);
    if (!versions) {
        co_await m_versions.create(stop);
        versions.emplace();
    }
    const QString version = co_await ensureVersion(*versions, progress, stop);
    co_await m_versions.waitUntilBuilt(version, stop);
    if (!answersAlone(*versions, version, &RoutineVersion::isInStaging)) {
        progress(RoutineStage::Staging);
        co_await m_versions.deploy(version, RoutineEnvironment::Staging, stop);
    }
    progress(RoutineStage::CheckStaging);
    co_await m_versions.checkStaging(version, stop);
    if (!answersAlone(*versions, version, &RoutineVersion::isInProduction)) {
        progress(RoutineStage::Production);
        const std::stop_token never;
        co_await m_versions.deploy(version, RoutineEnvironment::Production, never);
    }
}

QCoro::Task<QString> EsaRoutineHost::ensureVersion(
    QList<RoutineVersion> kept, Progress progress, std::stop_token stop) const {
    const auto ours = std::ranges::find_if(kept, &RoutineVersion::isOurs);
    if (ours != kept.end()) {
        const QString version = ours->version;
        co_return version;
    }
    co_await m_versions.makeRoom(kept, stop);
    progress(RoutineStage::Upload);
    co_await m_versions.upload(stop);
    progress(RoutineStage::Commit);
    co_return co_await m_versions.commit(stop);
}

QCoro::Task<RoutineStatus> EsaRoutineHost::publish(QString version, std::stop_token stop) {
    const std::optional<QList<RoutineVersion>> versions = co_await m_versions.find(stop);
    const bool isKept
        = versions && std::ranges::any_of(*versions, [&](const auto& kept) { return kept.version == version; });
    if (!isKept) {
        throw Error(ErrorKind::NotFound, version);
    }
    const std::stop_token never;
    co_await m_versions.deploy(version, RoutineEnvironment::Production, never);
    co_return co_await status(never);
}

} // namespace miaobu::aliyun
