#include "core/reality/rebuilt_rows.h"

#include "core/model/preview.h"

using namespace Qt::StringLiterals;

namespace miaobu {

void checkManifest(const Manifest& manifest, const QString& slug, DeploymentId deployment, const FileSizes& files) {
    if (manifest.projectSlug != slug || manifest.deployment != deployment) {
        throw Error(ErrorKind::MalformedResponse, manifestObjectName, u"the manifest of another deployment"_s);
    }
    for (const ManifestFile& file : manifest.files) {
        if (files.value(file.path, -1) != file.size) {
            throw Error(ErrorKind::ChecksumMismatch, file.path, u"the bucket does not have it as the manifest says"_s);
        }
    }
}

Project projectFrom(const Manifest& manifest, const Target& target) {
    Project project;
    project.slug = manifest.projectSlug;
    project.name = manifest.projectName.isEmpty() ? manifest.projectSlug : manifest.projectName;
    project.source = manifest.source;
    project.target = target.name;
    project.overrides = manifest.overrides;
    project.plan = manifest.plan;
    project.function = manifest.function;
    project.createdAt = manifest.createdAt;
    return project;
}

Deployment deploymentFrom(const Manifest& manifest, const Project& project, const Target& target) {
    Deployment deployment;
    deployment.id = manifest.deployment;
    deployment.project = project.id;
    deployment.number = manifest.number;
    deployment.target = target.name;
    deployment.preview = manifest.preview;
    deployment.state = DeploymentState::Ready;
    deployment.stage = Stage::Prove;
    deployment.revision = manifest.revision;
    deployment.plan = manifest.plan;
    deployment.app = manifest.app;
    deployment.objectPrefix = u"projects/%1/%2"_s.arg(project.slug).arg(manifest.deployment);
    const QString host = manifest.preview.isEmpty() ? siteHost(target, project.slug)
                                                    : previewHost(target, project.slug, manifest.preview);
    deployment.url = siteUrl(target, host).toString();
    deployment.createdAt = manifest.createdAt;
    deployment.finishedAt = manifest.createdAt;
    deployment.fileCount = static_cast<int>(manifest.files.size());
    for (const ManifestFile& file : manifest.files) {
        deployment.byteCount += file.size;
    }
    return deployment;
}

} // namespace miaobu
