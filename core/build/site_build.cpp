#include "core/build/site_build.h"

#include "core/async/pool.h"
#include "core/build/install_command.h"
#include "core/build/second_try.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

constexpr auto installTimeout = 30min;
constexpr auto installSilence = 10min;
constexpr auto buildTimeout = 60min;

QCoro::Task<StepResult> runWithSecondTries(BuildStep step, StepRunner run, LogSink& log) {
    LogSink* const sink = &log;
    const QString nodeOptions = u"NODE_OPTIONS"_s;
    StepResult result = co_await run(step);
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
        result = co_await run(step);
    }
    co_return result;
}

/// What is masked in the output of a build.
QStringList secretsIn(const BuildRequest& request) {
    QStringList secrets = request.secrets;
    for (const EnvironmentVariable& variable : request.variables) {
        if (variable.secret) {
            secrets.append(variable.value);
        }
    }
    return secrets;
}

BuildStep installStep(const SiteBuild& build, const BuildRequest& request, const BuildEnvironment& environment) {
    const ProjectLayout& layout = build.layout;
    const std::optional<Version> manager = parseVersion(build.toolchain.managerVersion);
    const QString& asked = request.plan.installCommand;
    const bool isPlain = isPlainInstall(asked);
    return {isPlain && !layout.lockfile.isEmpty() ? lockedInstall(asked, manager ? manager->majorNumber : 1) : asked,
        isPlain ? layout.install : layout.app, environment, secretsIn(request), installTimeout, installSilence};
}

/// Whether there is nothing left to install; \a log hears of what was restored.
bool isSpared(const SiteBuild& build, LogSink& log) {
    if (!build.lease || !build.lease->restored) {
        return false;
    }
    const bool isComplete = build.lease->complete && !build.lease->key.runsEachTime;
    log.note(isComplete
            ? u"Dependencies restored from the cache: neither the lockfile nor the manifests have changed."_s
            : u"Dependencies restored from the cache."_s);
    return isComplete;
}

} // namespace

bool runsNothing(const BuildPlan& plan) {
    return plan.installCommand.isEmpty() && plan.buildCommand.isEmpty();
}

QStringList programFolders(const ProjectLayout& layout) {
    QStringList folders{layout.app + u"/node_modules/.bin"_s};
    if (layout.install != layout.app) {
        folders.append(layout.install + u"/node_modules/.bin"_s);
    }
    return folders;
}

QCoro::Task<> borrowDependencies(std::shared_ptr<SiteBuild> build, const DependencyCache* cache, QString scope,
    QString installCommand, LogSink& log) {
    LogSink* const sink = &log;
    const auto take = [cache, build, scope, installCommand] {
        const CacheKey key = cacheKey(build->layout, build->toolchain, installCommand);
        build->lease = cache->take(scope, key, build->layout);
    };
    co_await runOnPool(take);
    if (!build->lease) {
        sink->note(u"Another build of this project has its caches: this one goes without."_s);
    }
}

QCoro::Task<> installSite(std::shared_ptr<SiteBuild> build, const DependencyCache* cache, BuildRequest request,
    BuildEnvironment environment, StepRunner run, LogSink& log) {
    LogSink* const sink = &log;
    if (!request.plan.installCommand.isEmpty() && !isSpared(*build, *sink)) {
        const BuildStep step = installStep(*build, request, environment);
        const StepResult result = co_await runWithSecondTries(step, run, *sink);
        if (result.exitCode != 0) {
            throw stepFailure(ErrorKind::InstallFailed, result);
        }
    }
    if (build->lease) {
        const auto installed = [cache, build] { cache->installed(*build->lease, build->layout); };
        co_await runOnPool(installed);
    }
}

QCoro::Task<> buildSite(std::shared_ptr<SiteBuild> build, BuildRequest request, BuildEnvironment environment,
    StepRunner run, LogSink& log) {
    LogSink* const sink = &log;
    const BuildStep step{
        request.plan.buildCommand, build->layout.app, environment, secretsIn(request), buildTimeout, {}};
    for (const QString& name : std::as_const(environment.refused)) {
        sink->note(u"The variable %1 is not passed on: it would change which programs run."_s.arg(name));
    }
    for (const QString& name : std::as_const(environment.risky)) {
        sink->note(u"The project sets %1, which often changes how tools behave."_s.arg(name));
    }
    const StepResult result = co_await runWithSecondTries(step, run, *sink);
    if (result.exitCode != 0) {
        throw stepFailure(ErrorKind::BuildFailed, result);
    }
}

QCoro::Task<> returnDependencies(std::shared_ptr<SiteBuild> build, const DependencyCache* cache, bool succeeded) {
    if (!build->lease) {
        co_return;
    }
    const auto giveBack = [cache, build, succeeded] { cache->giveBack(*build->lease, build->layout, succeeded); };
    co_await runOnPool(giveBack);
    build->lease.reset();
}

} // namespace miaobu
