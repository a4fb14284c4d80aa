#include "core/reality/rebuild.h"

#include "core/async/cancel.h"
#include "core/model/slug.h"
#include "core/reality/rebuild_hosts.h"
#include "core/reality/rebuilt_rows.h"
#include "core/store/transaction.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QString prefixOf(const QString& slug, DeploymentId id) {
    return u"projects/%1/%2"_s.arg(slug).arg(id);
}

QHash<DeploymentId, QString> branchesIn(const QList<Manifest>& manifests) {
    QHash<DeploymentId, QString> branches;
    for (const Manifest& manifest : manifests) {
        if (!manifest.previewBranch.isEmpty()) {
            branches.insert(manifest.deployment, manifest.previewBranch);
        }
    }
    return branches;
}

/// Another branch may be built in another way than the site is.
const Manifest& newestOfSite(const QList<Manifest>& manifests) {
    const auto found = std::find_if(
        manifests.rbegin(), manifests.rend(), [](const Manifest& manifest) { return manifest.preview.isEmpty(); });
    return found == manifests.rend() ? manifests.last() : *found;
}

} // namespace

QCoro::Task<RebuildReport> Rebuild::everything(OpenTarget target, std::stop_token stop) const {
    auto report = std::make_shared<RebuildReport>();
    report->target = target.target.name;
    const QStringList slugs = co_await target.objects->folders(u"projects/"_s, stop);
    QList<Manifest> manifests;
    for (const QString& slug : slugs) {
        throwIfCancelled(stop);
        const Found found = co_await findManifests(target, slug, report, stop);
        store(target.target, slug, found, *report);
        manifests += found.manifests;
    }
    const RebuildHosts hosts(m_context);
    co_await hosts.adopt(target, slugs, branchesIn(manifests), report, stop);
    const RebuildReport done = *report;
    co_return done;
}

QCoro::Task<> Rebuild::project(
    OpenTarget target, QString slug, std::shared_ptr<RebuildReport> report, std::stop_token stop) const {
    const Found found = co_await findManifests(target, slug, report, stop);
    if (found.manifests.isEmpty() && found.known.isEmpty()) {
        throw Error(ErrorKind::NotFound, u"projects/"_s + slug, u"no deployment of it is complete"_s);
    }
    store(target.target, slug, found, *report);
    const QStringList slugs{slug};
    const RebuildHosts hosts(m_context);
    co_await hosts.adopt(target, slugs, branchesIn(found.manifests), report, stop);
}

QCoro::Task<Deployment> Rebuild::deployment(
    OpenTarget target, Project project, DeploymentId id, std::stop_token stop) const {
    const BucketFiles files = co_await readFiles(target, project.slug, stop);
    const FileSizes sizes = files.value(id);
    const Manifest manifest = co_await readManifest(target, project.slug, id, sizes, stop);
    Deployment complete = deploymentFrom(manifest, project, target.target);
    const std::optional<Deployment> stored = m_context.deployments().find(id);
    if (stored) {
        // It was given up here and is complete all the same: the cloud is right.
        complete.number = stored->number;
        complete.pinned = stored->pinned;
        m_context.deployments().update(complete);
    } else {
        complete = m_context.deployments().adopt(complete);
    }
    emit m_context.announcements.deploymentChanged(complete);
    const Deployment result = complete;
    co_return result;
}

QCoro::Task<Manifest> Rebuild::readManifest(
    OpenTarget target, QString slug, DeploymentId id, FileSizes files, std::stop_token stop) const {
    const QString key = prefixOf(slug, id) + u'/' + manifestObjectName;
    if (!files.contains(manifestObjectName)) {
        throw Error(ErrorKind::NotFound, key, u"the deployment was never complete"_s);
    }
    const QByteArray json = co_await target.objects->get(key, stop);
    const Manifest manifest = manifestFromJson(json);
    checkManifest(manifest, slug, id, files);
    co_return Manifest(manifest);
}

QCoro::Task<Rebuild::Found> Rebuild::findManifests(
    OpenTarget target, QString slug, std::shared_ptr<RebuildReport> report, std::stop_token stop) const {
    Found found;
    if (!isValidSlug(slug)) {
        report->skipped.append({u"projects/"_s + slug, Error(ErrorKind::SlugInvalid, slug)});
        co_return Found(found);
    }
    const BucketFiles files = co_await readFiles(target, slug, stop);
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        if (m_context.deployments().find(it.key())) {
            found.known.append(it.key());
            continue;
        }
        try {
            const FileSizes sizes = *it;
            const Manifest manifest = co_await readManifest(target, slug, it.key(), sizes, stop);
            found.manifests.append(manifest);
        } catch (const Error& error) {
            if (error.kind == ErrorKind::Cancelled) {
                throw;
            }
            report->skipped.append({prefixOf(slug, it.key()), error});
        }
    }
    co_return Found(found);
}

void Rebuild::store(const Target& target, const QString& slug, const Found& found, RebuildReport& report) const {
    report.knownDeployments += static_cast<int>(found.known.size());
    std::optional<Project> project = m_context.projects().findBySlug(slug);
    if (project) {
        report.knownProjects.append(slug);
    }
    if (found.manifests.isEmpty()) {
        return;
    }
    Transaction transaction(m_context.parts.database.connection());
    const bool isNew = !project;
    if (isNew) {
        Project rebuilt = projectFrom(newestOfSite(found.manifests), target);
        rebuilt.createdAt = found.manifests.first().createdAt;
        project = m_context.projects().insert(rebuilt);
        report.addedProjects.append(slug);
    }
    QList<Deployment> added;
    for (const Manifest& manifest : found.manifests) {
        added.append(m_context.deployments().adopt(deploymentFrom(manifest, *project, target)));
    }
    transaction.commit();
    report.addedDeployments += static_cast<int>(added.size());
    if (isNew) {
        emit m_context.announcements.projectChanged(*project);
    }
    for (const Deployment& deployment : std::as_const(added)) {
        emit m_context.announcements.deploymentChanged(deployment);
    }
}

} // namespace miaobu
