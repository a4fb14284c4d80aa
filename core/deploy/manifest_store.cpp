#include "core/deploy/manifest_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace miaobu {

ManifestStore::ManifestStore(const Home& home) : m_folder(home.cache + u"/manifests"_s) { }

QCoro::Task<std::optional<Manifest>> ManifestStore::find(
    OpenTarget target, Deployment deployment, std::stop_token stop) const {
    const QString key = deployment.objectPrefix + u'/' + manifestObjectName;
    const std::optional<ObjectInfo> info = co_await target.objects->head(key, stop);
    if (!info) {
        co_return std::nullopt;
    }
    std::optional<Manifest> manifest = readCopy(deployment.id, info->size);
    if (!manifest) {
        const QByteArray json = co_await target.objects->get(key, stop);
        manifest = manifestFromJson(json);
        writeCopy(deployment.id, json);
    }
    co_return manifest;
}

QCoro::Task<> ManifestStore::write(OpenTarget target, Manifest manifest, QString prefix, std::stop_token stop) const {
    const QByteArray json = toJson(manifest);
    const ObjectHeaders headers{u"application/json; charset=utf-8"_s, u"no-store"_s};
    const QString key = prefix + u'/' + manifestObjectName;
    co_await target.objects->put(key, json, headers, stop);
    writeCopy(manifest.deployment, json);
}

void ManifestStore::keepDraft(const Manifest& manifest) const {
    writeCopy(manifest.deployment, toJson(manifest));
}

std::optional<Manifest> ManifestStore::kept(DeploymentId deployment) const {
    return readCopy(deployment, QFileInfo(copyOf(deployment)).size());
}

void ManifestStore::forget(DeploymentId deployment) const {
    QFile::remove(copyOf(deployment));
}

QString ManifestStore::copyOf(DeploymentId deployment) const {
    return m_folder + u"/%1.json"_s.arg(deployment);
}

std::optional<Manifest> ManifestStore::readCopy(DeploymentId deployment, qint64 size) const {
    return QFile(copyOf(deployment)).size() == size ? copyHere(deployment) : std::nullopt;
}

std::optional<Manifest> ManifestStore::copyHere(DeploymentId deployment) const {
    QFile file(copyOf(deployment));
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    try {
        const Manifest manifest = manifestFromJson(file.readAll());
        return manifest.deployment == deployment ? std::optional(manifest) : std::nullopt;
    } catch (const Error&) {
        return std::nullopt;
    }
}

void ManifestStore::writeCopy(DeploymentId deployment, const QByteArray& json) const {
    // Only a copy: where it cannot be written, the bucket is asked next time.
    QDir().mkpath(m_folder);
    QSaveFile file(copyOf(deployment));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(json);
        file.commit();
    }
}

} // namespace miaobu
