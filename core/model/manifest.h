#pragma once

#include "core/model/deployment.h"

#include <QList>

namespace miaobu {

/// One file of a site as it is published.
struct ManifestFile {
    QString path; ///< Relative, with forward slashes, NFC.
    qint64 size = 0;
    QByteArray sha256; ///< 32 bytes
    quint64 crc64 = 0; ///< CRC-64/XZ, what OSS answers for an upload.
    QString contentType;
    QString cacheControl;

    bool operator==(const ManifestFile&) const = default;
};

/// What a deployment holds. Written beside its files as the last object, so that the state can be rebuilt from the bucket.
struct Manifest {
    DeploymentId deployment = 0;
    int number = 0;
    QString projectSlug;
    QString projectName; ///< Empty in manifests that do not say.
    BuildOverrides overrides; ///< What a person had typed over the detected plan.
    FunctionSettings function{}; ///< As the project had them
    QString preview{}; ///< The name of the preview that it was made for; empty: the site
    QString previewBranch{}; ///< That the preview follows
    Source source;
    Revision revision;
    BuildPlan plan;
    QString toolchain; ///< "node 22.11.0, pnpm 9.12.0"; empty when nothing was built.
    QString buildKey; ///< Equal keys mean that a build would give the same files; see core/deploy/build_key.h.
    QDateTime createdAt; ///< UTC
    std::optional<WebApp> app{}; ///< Of a web app, which has no files
    QList<ManifestFile> files; ///< Sorted by path.

    bool operator==(const Manifest&) const = default;
};

/// The name of the manifest's object below the deployment's prefix. No site file may have it.
inline const QString manifestObjectName = QStringLiteral(".miaobu/manifest.json");

[[nodiscard]] QByteArray toJson(const Manifest& manifest);

/// \throws Error(MalformedResponse) for anything that is not a manifest.
[[nodiscard]] Manifest manifestFromJson(const QByteArray& json);

} // namespace miaobu
