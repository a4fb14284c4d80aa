#pragma once

#include "core/build/app_builder.h"
#include "tests/deploy/memory_cloud.h"

#include <QDir>

namespace miaobu::test {

/// "Builds" a web app by reading its main.py, or its server.js.
class MemoryApps final : public AppBuilder {
public:
    explicit MemoryApps(MemoryCloud& cloud) : m_cloud(cloud) { }

    int builds = 0;
    int pushes = 0;
    QStringList removed; ///< Local names of images
    bool hangs = false;
    bool hasEngine = true;
    std::optional<Error> buildFailure; ///< What the next builds end with
    std::optional<Error> pushFailure;

    ImageSettings settings() const override { return {}; }

    QCoro::Task<QString> imageToolchain(ImageRequest, std::stop_token) override {
        if (!hasEngine) {
            throw Error(ErrorKind::EngineMissing);
        }
        co_return QStringLiteral("docker 28");
    }

    QCoro::Task<BuiltImage> buildImage(
        ImageRequest request, LogSink& log, ProgressHandler progress, std::stop_token stop) override {
        ++builds;
        co_await sleepFor(hangs ? std::chrono::hours(1) : std::chrono::milliseconds(1), stop);
        if (buildFailure) {
            throw Error(*buildFailure);
        }
        BuiltImage image;
        image.localReference = QStringLiteral("miaobu/%1:%2").arg(request.slug, request.tag);
        image.imageId = QStringLiteral("sha256:local");
        m_cloud.built.insert(image.localReference, codeIn(request.sourceDirectory));
        progress(1, 1);
        log.note(QStringLiteral("image built"));
        co_return BuiltImage(image);
    }

    QCoro::Task<QString> pushImage(BuiltImage image, QString remoteReference, RegistryLogin, LogSink&, ProgressHandler,
        std::stop_token stop) override {
        ++pushes;
        co_await sleepFor(std::chrono::milliseconds(1), stop);
        m_cloud.begin(QStringLiteral("push"));
        if (pushFailure) {
            throw Error(*pushFailure);
        }
        m_cloud.built.insert(remoteReference, m_cloud.built.value(image.localReference));
        m_cloud.images.append(remoteReference);
        co_return QStringLiteral("sha256:remote");
    }

    QCoro::Task<> removeImage(QString localReference, QString) override {
        removed.append(localReference);
        co_return;
    }

    QCoro::Task<> removeImages(QString slug) override {
        removed.append(slug);
        co_return;
    }

    QCoro::Task<QString> packageToolchain(PackageRequest, std::stop_token) override {
        co_return QStringLiteral("pip 24");
    }

    QCoro::Task<BuiltPackage> buildPackage(
        PackageRequest request, LogSink&, ProgressHandler, std::stop_token stop) override {
        ++builds;
        co_await sleepFor(std::chrono::milliseconds(1), stop);
        QDir().mkpath(request.folder);
        BuiltPackage package;
        package.path = request.folder + QStringLiteral("/package.zip");
        QFile file(package.path);
        if (!file.open(QIODevice::WriteOnly)) {
            throw Error(ErrorKind::FileSystem, package.path);
        }
        file.write(codeIn(request.sourceDirectory));
        package.runtime = QStringLiteral("custom.debian12");
        package.command
            = QStringList{QStringLiteral("sh"), QStringLiteral("/code/start.sh"), QStringLiteral("0.0.0.0:9000")};
        co_return BuiltPackage(package);
    }

private:
    static QByteArray codeIn(const QString& folder) {
        for (const QString& name : {QStringLiteral("/main.py"), QStringLiteral("/server.js")}) {
            QFile file(folder + name);
            if (file.open(QIODevice::ReadOnly)) {
                return file.readAll().trimmed();
            }
        }
        return {};
    }

    MemoryCloud& m_cloud;
};

} // namespace miaobu::test
