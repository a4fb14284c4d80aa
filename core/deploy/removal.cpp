#include "core/deploy/removal.h"

#include "core/deploy/manifest_store.h"
#include "core/deploy/publisher.h"
#include "core/model/target.h"
#include "core/ports/targets.h"

#include <QFile>
#include <QSet>

using namespace Qt::StringLiterals;

namespace miaobu {

QCoro::Task<> Removal::removeProject(Project project) const {
    const QList<Deployment> deployments = m_context.deployments().ofProject(project.id);
    QSet<QString> targets;
    for (const Deployment& deployment : deployments) {
        targets.insert(deployment.target);
    }
    const QStringList known = m_context.parts.targets.names();
    for (const QString& target : std::as_const(targets)) {
        // A target that this computer no longer knows cannot be asked, and must not keep the project here for ever.
        if (known.contains(target)) {
            co_await removeFrom(target, project);
        }
    }
    m_context.projects().remove(project.id);
    for (const Deployment& deployment : deployments) {
        QFile::remove(logFile(m_context.parts.home, deployment.id));
        ManifestStore(m_context.parts.home).forget(deployment.id);
    }
    emit m_context.announcements.projectRemoved(project.id);
}

QCoro::Task<> Removal::removeFrom(QString targetName, Project project) const {
    const OpenTarget target = co_await m_context.parts.targets.open(targetName, {});
    QStringList hosts{siteHost(target.target, project.slug)};
    for (const Route& route : m_context.routes().ofProject(project.id)) {
        if (route.target == targetName && !hosts.contains(route.host)) {
            hosts.append(route.host);
        }
    }
    for (const QString& host : std::as_const(hosts)) {
        const std::optional<RoutingEntry> entry = co_await target.router->readEntry(host, {});
        if (entry && entry->projectSlug == project.slug) {
            co_await target.router->removeEntry(host, {});
        }
        m_context.routes().remove(host, targetName);
    }
    try {
        co_await target.router->purge(hosts, {});
    } catch (const Error& error) {
        // The hosts answer nothing any more once the edge's cache runs out; that must not keep the files.
        qWarning("cache of removed hosts not purged: %s", error.what());
    }
    co_await removeObjects(target, u"projects/"_s + project.slug, {});
}

} // namespace miaobu
