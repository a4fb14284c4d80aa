#include "core/build/host_builder.h"

#include "core/async/pool.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QString pathFor(const SiteBuild& build) {
    return (programFolders(build.layout) << build.toolchain.path).join(u':');
}

StepRunner runnerHere(LogSink& log, const std::stop_token& stop) {
    return [sink = &log, stop](const BuildStep& step) { return runStep(step, *sink, stop); };
}

} // namespace

HostBuilder::HostBuilder(const QString& folder, const QProcessEnvironment& host, LoginShell& shell)
    : m_toolchains(folder + u"/tools"_s, host, shell), m_cache(folder), m_host(host) { }

HostBuilder::~HostBuilder() = default;

QCoro::Task<QString> HostBuilder::toolchain(
    BuildPlan plan, QString sourceDirectory, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    if (runsNothing(plan)) {
        co_return QString();
    }
    const ProjectLayout layout = layoutOf(sourceDirectory, plan);
    const Toolchain toolchain = co_await m_toolchains.provide(layout, plan, *sink, stop);
    co_return toolchain.text();
}

QCoro::Task<> HostBuilder::install(BuildRequest request, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    if (runsNothing(request.plan)) {
        co_return;
    }
    const std::shared_ptr<SiteBuild> build = co_await begin(request, *sink, stop);
    const BuildEnvironment environment
        = buildEnvironment(m_host, pathFor(*build), request.variables, BuildPhase::Install);
    const StepRunner run = runnerHere(*sink, stop);
    co_await installSite(build, &m_cache, request, environment, run, *sink);
}

QCoro::Task<> HostBuilder::build(BuildRequest request, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    if (request.plan.buildCommand.isEmpty()) {
        co_return;
    }
    const std::shared_ptr<SiteBuild> build = co_await begin(request, *sink, stop);
    const BuildEnvironment environment
        = buildEnvironment(m_host, pathFor(*build), request.variables, BuildPhase::Build);
    const StepRunner run = runnerHere(*sink, stop);
    co_await buildSite(build, request, environment, run, *sink);
}

QCoro::Task<> HostBuilder::finish(BuildRequest request, bool succeeded) {
    if (const std::shared_ptr<SiteBuild> build = m_running.take(request.sourceDirectory)) {
        co_await returnDependencies(build, &m_cache, succeeded);
    }
}

QCoro::Task<bool> HostBuilder::clearCache(QString scope) {
    const auto clear = [cache = &m_cache, scope] { return cache->clear(scope); };
    co_return co_await runOnPool(clear);
}

QCoro::Task<std::shared_ptr<SiteBuild>> HostBuilder::begin(BuildRequest request, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    if (const auto known = m_running.value(request.sourceDirectory)) {
        co_return known;
    }
    const auto build = std::make_shared<SiteBuild>();
    build->layout = layoutOf(request.sourceDirectory, request.plan);
    build->toolchain = co_await m_toolchains.provide(build->layout, request.plan, *sink, stop);
    sink->note(u"Using %1."_s.arg(build->toolchain.text()));
    co_await borrowDependencies(build, &m_cache, request.cacheScope, request.plan.installCommand, *sink);
    m_running.insert(request.sourceDirectory, build);
    co_return build;
}

} // namespace miaobu
