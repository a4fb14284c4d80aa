#include "core/build/host_builder.h"

#include "core/async/cancel.h"
#include "core/async/pool.h"
#include "core/build/build_step.h"
#include "core/build/install_command.h"
#include "core/build/second_try.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

constexpr auto installTimeout = 30min;
constexpr auto installSilence = 10min;
constexpr auto buildTimeout = 60min;

bool runsNothing(const BuildPlan& plan) {
    return plan.installCommand.isEmpty() && plan.buildCommand.isEmpty();
}

QStringList secretsIn(const BuildRequest& request) {
    QStringList secrets = request.secrets;
    for (const EnvironmentVariable& variable : request.variables) {
        if (variable.secret) {
            secrets.append(variable.value);
        }
    }
    return secrets;
}

/// The project's own programs come first, as "npm run" has it.
QString pathFor(const ProjectLayout& layout, const Toolchain& toolchain) {
    QStringList folders{layout.app + u"/node_modules/.bin"_s};
    if (layout.install != layout.app) {
        folders.append(layout.install + u"/node_modules/.bin"_s);
    }
    return (folders << toolchain.path).join(u':');
}

QCoro::Task<StepResult> runWithSecondTries(BuildStep step, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    const QString nodeOptions = u"NODE_OPTIONS"_s;
    StepResult result = co_await runStep(step, *sink, stop);
    // An install can meet a lockfile out of step and then peers that disagree; nothing known takes a third.
    for (int tries = 0; result.exitCode != 0 && tries < 2; ++tries) {
        const std::optional<SecondTry> next
            = secondTry(step.line, step.environment.environment.value(nodeOptions), result.output);
        if (!next) {
            break;
        }
        sink->note(next->reason);
        step.line = next->line;
        if (!next->nodeOptions.isEmpty()) {
            step.environment.environment.insert(nodeOptions, next->nodeOptions);
        }
        result = co_await runStep(step, *sink, stop);
    }
    co_return result;
}

} // namespace

struct HostBuilder::Running {
    ProjectLayout layout;
    Toolchain toolchain;
    std::unique_ptr<CacheLease> lease;
};

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
    const std::shared_ptr<Running> running = co_await begin(request, *sink, stop);
    if (!request.plan.installCommand.isEmpty()) {
        co_await runInstall(running, request, *sink, stop);
    }
    if (running->lease) {
        const auto installed = [cache = &m_cache, running] { cache->installed(*running->lease, running->layout); };
        co_await runOnPool(installed);
    }
}

QCoro::Task<> HostBuilder::build(BuildRequest request, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    if (request.plan.buildCommand.isEmpty()) {
        co_return;
    }
    const std::shared_ptr<Running> running = co_await begin(request, *sink, stop);
    const QString path = pathFor(running->layout, running->toolchain);
    BuildStep step{request.plan.buildCommand, running->layout.app,
        buildEnvironment(m_host, path, request.variables, BuildPhase::Build), secretsIn(request), buildTimeout, {}};
    for (const QString& name : std::as_const(step.environment.refused)) {
        sink->note(u"The variable %1 is not passed on: it would change which programs run."_s.arg(name));
    }
    for (const QString& name : std::as_const(step.environment.risky)) {
        sink->note(u"The project sets %1, which often changes how tools behave."_s.arg(name));
    }
    const StepResult result = co_await runWithSecondTries(step, *sink, stop);
    if (result.exitCode != 0) {
        throw stepFailure(ErrorKind::BuildFailed, result);
    }
}

QCoro::Task<> HostBuilder::finish(BuildRequest request, bool succeeded) {
    const std::shared_ptr<Running> running = m_running.take(request.sourceDirectory);
    if (!running || !running->lease) {
        co_return;
    }
    const auto giveBack
        = [cache = &m_cache, running, succeeded] { cache->giveBack(*running->lease, running->layout, succeeded); };
    co_await runOnPool(giveBack);
    running->lease.reset();
}

QCoro::Task<bool> HostBuilder::clearCache(QString scope) {
    const auto clear = [cache = &m_cache, scope] { return cache->clear(scope); };
    co_return co_await runOnPool(clear);
}

QCoro::Task<std::shared_ptr<HostBuilder::Running>> HostBuilder::begin(
    BuildRequest request, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    if (const auto known = m_running.value(request.sourceDirectory)) {
        co_return known;
    }
    const auto running = std::make_shared<Running>();
    running->layout = layoutOf(request.sourceDirectory, request.plan);
    running->toolchain = co_await m_toolchains.provide(running->layout, request.plan, *sink, stop);
    sink->note(u"Using %1."_s.arg(running->toolchain.text()));
    const auto take = [cache = &m_cache, running, scope = request.cacheScope, command = request.plan.installCommand] {
        const CacheKey key = cacheKey(running->layout, running->toolchain, command);
        running->lease = cache->take(scope, key, running->layout);
    };
    co_await runOnPool(take);
    if (!running->lease) {
        sink->note(u"Another build of this project has its caches: this one goes without."_s);
    }
    m_running.insert(request.sourceDirectory, running);
    co_return running;
}

QCoro::Task<> HostBuilder::runInstall(
    std::shared_ptr<Running> running, BuildRequest request, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    const ProjectLayout& layout = running->layout;
    const bool restored = running->lease && running->lease->restored;
    if (restored && running->lease->complete && !running->lease->key.runsEachTime) {
        sink->note(u"Dependencies restored from the cache: neither the lockfile nor the manifests have changed."_s);
        co_return;
    }
    if (restored) {
        sink->note(u"Dependencies restored from the cache."_s);
    }
    const std::optional<Version> manager = parseVersion(running->toolchain.managerVersion);
    const QString& asked = request.plan.installCommand;
    const bool isPlain = isPlainInstall(asked);
    const QString path = pathFor(layout, running->toolchain);
    BuildStep step{
        isPlain && !layout.lockfile.isEmpty() ? lockedInstall(asked, manager ? manager->majorNumber : 1) : asked,
        isPlain ? layout.install : layout.app, buildEnvironment(m_host, path, request.variables, BuildPhase::Install),
        secretsIn(request), installTimeout, installSilence};
    const StepResult result = co_await runWithSecondTries(step, *sink, stop);
    if (result.exitCode != 0) {
        throw stepFailure(ErrorKind::InstallFailed, result);
    }
}

} // namespace miaobu
