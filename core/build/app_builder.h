#pragma once

#include "core/build/image_builder.h"
#include "core/build/package_builder.h"

namespace miaobu {

/// Makes what the function of a web app runs, on this computer: ImageBuilder and PackageBuilder say how, and what they throw.
class AppBuilder {
public:
    virtual ~AppBuilder() = default;

    /// Where images and packages come from; what ImageRequest and PackageRequest take.
    [[nodiscard]] virtual ImageSettings settings() const = 0;

    virtual QCoro::Task<QString> imageToolchain(ImageRequest request, std::stop_token stop) = 0;
    virtual QCoro::Task<BuiltImage> buildImage(
        ImageRequest request, LogSink& log, ProgressHandler progress, std::stop_token stop)
        = 0;
    virtual QCoro::Task<QString> pushImage(BuiltImage image, QString remoteReference, RegistryLogin login, LogSink& log,
        ProgressHandler progress, std::stop_token stop)
        = 0;
    /// Removes what this computer's engine has under \a localReference and \a remoteReference. Nothing where there is no engine.
    virtual QCoro::Task<> removeImage(QString localReference, QString remoteReference) = 0;
    /// The same for everything that was built for \a slug.
    virtual QCoro::Task<> removeImages(QString slug) = 0;

    virtual QCoro::Task<QString> packageToolchain(PackageRequest request, std::stop_token stop) = 0;
    virtual QCoro::Task<BuiltPackage> buildPackage(
        PackageRequest request, LogSink& log, ProgressHandler progress, std::stop_token stop)
        = 0;
};

} // namespace miaobu
