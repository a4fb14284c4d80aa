#pragma once

#include "core/log/log_sink.h"
#include "core/model/build_plan.h"
#include "core/model/environment_variable.h"

#include <QCoro/QCoroTask>

#include <functional>
#include <stop_token>

namespace miaobu {

struct BuildRequest {
    QString sourceDirectory; ///< The fresh checkout; rootDirectory of the plan lies below it.
    BuildPlan plan;
    QList<EnvironmentVariable> variables;
    QStringList secrets; ///< Masked in what is kept of the output, as secret variables are.
    QString cacheScope; ///< Caches are never shared between two scopes; the project's slug.
};

/// Installs dependencies and builds a checked-out source.
class Builder {
public:
    virtual ~Builder() = default;

    /// Finds or fetches the tools that the plan asks for, without running anything of the repository; "node 22.11.0,
    /// pnpm 9.12.0". Equal texts mean that the same source gives the same output. \a log is told of what is fetched.
    /// \throws Error(NodeMissing), Error(NodeUnsuitable, with what is installed), Error(PackageManagerMissing)
    virtual QCoro::Task<QString> toolchain(BuildPlan plan, QString sourceDirectory, LogSink& log, std::stop_token stop)
        = 0;
    /// \throws Error(InstallFailed, with the exit code and the last lines), Error(Timeout), Error(Cancelled)
    virtual QCoro::Task<> install(BuildRequest request, LogSink& log, std::stop_token stop) = 0;
    /// \throws Error(BuildFailed, with the exit code and the last lines), Error(Timeout), Error(Cancelled)
    virtual QCoro::Task<> build(BuildRequest request, LogSink& log, std::stop_token stop) = 0;
    /// Ends the build of a source: keeps its dependencies for the next one when \a succeeded.
    virtual QCoro::Task<> finish(BuildRequest request, bool succeeded) = 0;
};

} // namespace miaobu
