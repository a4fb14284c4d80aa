#pragma once

#include "core/build/build_image.h"
#include "core/build/container_engines.h"
#include "core/build/image_settings.h"
#include "core/build/site_build.h"

#include <QHash>

#include <functional>

namespace miaobu {

/// Builds in containers of this computer's engine, on the image with the Node.js that the project asks for.
///
/// A build sees the checkout, what its own project has kept from earlier builds, and the network; no home of the person,
/// no keyring, no agent, no engine. It may do nothing but run as that person, whose the files are that it leaves. The
/// values of variables are in files that only the person may read, never in a container's configuration.
/// Lines, second tries and caches are those of HostBuilder; dependencies are never shared with it.
class ContainerBuilder final : public Builder {
public:
    /// \a folder keeps dependencies and fetched programs; it lies on the file system of the checkouts.
    /// \a host: the environment of this process. \a shell outlives this. \a settings is asked each time.
    ContainerBuilder(const QString& folder, const QProcessEnvironment& host, LoginShell& shell,
        std::function<ImageSettings()> settings);
    ~ContainerBuilder() override;

    /// \throws Error(EngineMissing), (EngineNotRunning), (EngineNotPermitted), (EngineElsewhere: of another computer),
    /// (ImageUnavailable), (PackageManagerMissing), what runInContainer() throws; so do the others
    QCoro::Task<QString> toolchain(
        BuildPlan plan, QString sourceDirectory, LogSink& log, std::stop_token stop) override;
    QCoro::Task<> install(BuildRequest request, LogSink& log, std::stop_token stop) override;
    QCoro::Task<> build(BuildRequest request, LogSink& log, std::stop_token stop) override;
    QCoro::Task<> finish(BuildRequest request, bool succeeded) override;

private:
    /// What builds are run with.
    struct Tools {
        ContainerEngine engine;
        BuildImage image;
        Toolchain toolchain;
        QString folder; ///< Of a fetched package manager; empty: npm, which is in the image.
    };
    struct Running;

    QCoro::Task<Tools> provide(ProjectLayout layout, BuildPlan plan, LogSink& log, std::stop_token stop);
    QCoro::Task<Tools> withManager(Tools tools, LogSink& log, std::stop_token stop);
    QCoro::Task<std::shared_ptr<Running>> begin(BuildRequest request, LogSink& log, std::stop_token stop);
    [[nodiscard]] ContainerRoom roomFor(const Running& running) const;
    [[nodiscard]] StepRunner runnerFor(std::shared_ptr<Running> running, LogSink& log, std::stop_token stop) const;
    [[nodiscard]] QStringList labels(const QString& scope) const;

    QString m_folder;
    ContainerEngines m_engines;
    DependencyCache m_cache;
    std::function<ImageSettings()> m_settings;
    QHash<QString, BuildImage> m_images; ///< Those whose tools are known, by id
    QString m_providedFor; ///< The source that toolchain() was last asked about; what it found serves its build, too.
    Tools m_provided;
    QHash<QString, std::shared_ptr<Running>> m_running; ///< By source directory
};

} // namespace miaobu
