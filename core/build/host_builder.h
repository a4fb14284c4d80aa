#pragma once

#include "core/build/site_build.h"

#include <QHash>

namespace miaobu {

/// Builds on this computer, with the Node.js and the package managers that are installed on it, or that were fetched.
///
/// Install and build are the plan's two lines, each a shell command of its own with its own exit code, run with an
/// environment in which there is no secret but the project's own. A plain install keeps to the lockfile. What older
/// projects meet with newer tools is tried once more (secondTry()), and the log says so.
class HostBuilder final : public Builder {
public:
    /// \a folder keeps dependencies and fetched programs; it lies on the file system of the checkouts.
    /// \a host: the environment of this process. \a shell outlives this.
    HostBuilder(const QString& folder, const QProcessEnvironment& host, LoginShell& shell);
    ~HostBuilder() override;

    QCoro::Task<QString> toolchain(
        BuildPlan plan, QString sourceDirectory, LogSink& log, std::stop_token stop) override;
    QCoro::Task<> install(BuildRequest request, LogSink& log, std::stop_token stop) override;
    QCoro::Task<> build(BuildRequest request, LogSink& log, std::stop_token stop) override;
    QCoro::Task<> finish(BuildRequest request, bool succeeded) override;

    /// "Clear cache". False while a build of the scope runs.
    QCoro::Task<bool> clearCache(QString scope);

private:
    QCoro::Task<std::shared_ptr<SiteBuild>> begin(BuildRequest request, LogSink& log, std::stop_token stop);

    Toolchains m_toolchains;
    DependencyCache m_cache;
    QProcessEnvironment m_host;
    QHash<QString, std::shared_ptr<SiteBuild>> m_running; ///< By source directory
};

} // namespace miaobu
