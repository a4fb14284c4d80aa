#pragma once

#include "core/build/build_step.h"
#include "core/build/builder.h"
#include "core/build/dependency_cache.h"
#include "core/build/toolchains.h"

#include <functional>
#include <memory>

namespace miaobu {

/// One build of a site while it runs: what the builders of this computer and of containers have in common.
struct SiteBuild {
    ProjectLayout layout;
    Toolchain toolchain;
    std::unique_ptr<CacheLease> lease; ///< None: another build of the project has its caches.
};

/// Runs a command of a build where it belongs; see runStep().
using StepRunner = std::function<QCoro::Task<StepResult>(BuildStep)>;

[[nodiscard]] bool runsNothing(const BuildPlan& plan);
/// Where the project's own programs are: they come first on the PATH, as "npm run" has it.
[[nodiscard]] QStringList programFolders(const ProjectLayout& layout);

/// Borrows what \a cache keeps for \a build, and says in \a log when it cannot.
QCoro::Task<> borrowDependencies(std::shared_ptr<SiteBuild> build, const DependencyCache* cache, QString scope,
    QString installCommand, LogSink& log);

/// The plan's install, where it is not spared by what was borrowed. A plain one keeps to the lockfile. What older projects
/// meet with newer tools is tried once more (secondTry()), and \a log says so; the same holds for buildSite().
/// \throws Error(InstallFailed), what \a run throws
QCoro::Task<> installSite(std::shared_ptr<SiteBuild> build, const DependencyCache* cache, BuildRequest request,
    BuildEnvironment environment, StepRunner run, LogSink& log);
/// The plan's build. \throws Error(BuildFailed), what \a run throws
QCoro::Task<> buildSite(
    std::shared_ptr<SiteBuild> build, BuildRequest request, BuildEnvironment environment, StepRunner run, LogSink& log);

/// Gives back what was borrowed, for the next build when this one \a succeeded.
QCoro::Task<> returnDependencies(std::shared_ptr<SiteBuild> build, const DependencyCache* cache, bool succeeded);

} // namespace miaobu
