#pragma once

#include "core/build/app_builder.h"
#include "core/build/image_builder.h"
#include "core/build/package_builder.h"

#include <functional>

namespace miaobu {

/// AppBuilder with the tools of this computer.
class LocalAppBuilder final : public AppBuilder {
public:
    /// \a host: the environment of this process. \a shell outlives this. \a settings is asked each time.
    LocalAppBuilder(const QProcessEnvironment& host, LoginShell& shell, std::function<ImageSettings()> settings);

    [[nodiscard]] ImageSettings settings() const override { return m_settings(); }

    QCoro::Task<QString> imageToolchain(ImageRequest request, std::stop_token stop) override;
    QCoro::Task<BuiltImage> buildImage(
        ImageRequest request, LogSink& log, ProgressHandler progress, std::stop_token stop) override;
    QCoro::Task<QString> pushImage(BuiltImage image, QString remoteReference, RegistryLogin login, LogSink& log,
        ProgressHandler progress, std::stop_token stop) override;
    QCoro::Task<> removeImage(QString localReference, QString remoteReference) override;
    QCoro::Task<> removeImages(QString slug) override;

    QCoro::Task<QString> packageToolchain(PackageRequest request, std::stop_token stop) override;
    QCoro::Task<BuiltPackage> buildPackage(
        PackageRequest request, LogSink& log, ProgressHandler progress, std::stop_token stop) override;

private:
    std::function<ImageSettings()> m_settings;
    ContainerEngines m_engines;
    ImageBuilder m_images;
    PackageBuilder m_packages;
};

} // namespace miaobu
