// What the deployer does with previews beside deploying them.
#include "core/deploy/deployer.h"
#include "core/deploy/deployer_work.h"
#include "core/deploy/guards.h"
#include "core/deploy/previews.h"

namespace miaobu {

Preview Deployer::previewOrThrow(ProjectId project, const QString& target, const QString& name) const {
    const std::optional<Preview> preview = PreviewTable(m_work->context().parts.database).find(project, target, name);
    if (!preview) {
        throw Error(ErrorKind::HostUnknown, name);
    }
    m_work->refuseBesideActive(Lane{project, name}, target);
    return *preview;
}

OperationId Deployer::removePreview(ProjectId id, const QString& target, const QString& name) {
    const Project project = projectOrThrow(m_work->context(), id);
    const Preview preview = previewOrThrow(id, target, name);
    const auto steps = std::make_shared<Previews>(m_work->context());
    return m_work->begin(id, [steps, project, preview] { return steps->remove(project, preview); });
}

OperationId Deployer::removeGonePreviews(ProjectId id, const QStringList& branches) {
    const Project project = projectOrThrow(m_work->context(), id);
    QList<Preview> gone = PreviewTable(m_work->context().parts.database).ofProject(id);
    gone.removeIf([&](const Preview& preview) {
        return preview.branch.isEmpty() || branches.contains(preview.branch)
            || !m_work->isFree(Lane{id, preview.name}, preview.target);
    });
    if (gone.isEmpty()) {
        return 0;
    }
    return m_work->begin(id, [this, project, gone] { return executeRemoveGone(project, gone); });
}

QCoro::Task<> Deployer::executeRemoveGone(Project project, QList<Preview> previews) {
    const Previews steps(m_work->context());
    std::optional<Error> failure;
    for (const Preview& preview : std::as_const(previews)) {
        try {
            co_await steps.remove(project, preview);
            emit m_work->context().announcements.previewGone(preview);
        } catch (const Error& error) {
            // The others go all the same; this one is tried again at the next look.
            failure = error;
        }
    }
    if (failure) {
        throw Error(*failure);
    }
}

OperationId Deployer::protectPreview(
    ProjectId id, const QString& target, const QString& name, const QByteArray& password) {
    const Project project = projectOrThrow(m_work->context(), id);
    const Preview preview = previewOrThrow(id, target, name);
    const auto steps = std::make_shared<Previews>(m_work->context());
    return m_work->begin(
        id, [steps, project, preview, password] { return steps->protect(project, preview, password); });
}

} // namespace miaobu
