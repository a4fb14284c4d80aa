#include "core/build/local_app_builder.h"

#include <utility>

namespace miaobu {

LocalAppBuilder::LocalAppBuilder(
    const QProcessEnvironment& host, LoginShell& shell, std::function<ImageSettings()> settings)
    : m_settings(std::move(settings)), m_engines(host, shell), m_images(host, shell), m_packages(host, shell) { }

QCoro::Task<QString> LocalAppBuilder::imageToolchain(ImageRequest request, std::stop_token stop) {
    return m_images.toolchain(std::move(request), std::move(stop));
}

QCoro::Task<BuiltImage> LocalAppBuilder::buildImage(
    ImageRequest request, LogSink& log, ProgressHandler progress, std::stop_token stop) {
    return m_images.build(std::move(request), log, std::move(progress), std::move(stop));
}

QCoro::Task<QString> LocalAppBuilder::pushImage(BuiltImage image, QString remoteReference, RegistryLogin login,
    LogSink& log, ProgressHandler progress, std::stop_token stop) {
    return m_images.push(
        std::move(image), std::move(remoteReference), std::move(login), log, std::move(progress), std::move(stop));
}

QCoro::Task<> LocalAppBuilder::removeImage(QString localReference, QString remoteReference) {
    BuiltImage image;
    image.localReference = localReference;
    try {
        image.engine = co_await m_engines.find({});
    } catch (const Error&) {
        co_return; // Without an engine there is nothing to remove.
    }
    co_await m_images.remove(image, remoteReference);
}

QCoro::Task<> LocalAppBuilder::removeImages(QString slug) {
    return m_images.removeAll(std::move(slug));
}

QCoro::Task<QString> LocalAppBuilder::packageToolchain(PackageRequest request, std::stop_token stop) {
    return m_packages.toolchain(std::move(request), std::move(stop));
}

QCoro::Task<BuiltPackage> LocalAppBuilder::buildPackage(
    PackageRequest request, LogSink& log, ProgressHandler progress, std::stop_token stop) {
    return m_packages.build(std::move(request), log, std::move(progress), std::move(stop));
}

} // namespace miaobu
